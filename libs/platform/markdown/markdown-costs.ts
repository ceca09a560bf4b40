/** What makes a text costly to read: it is looked for in a fraction of the time that reading takes. */
export interface MarkdownCosts {
  /** Characters that mean something: each may begin or end something, as the end of a line does. */
  marks: number;
  /** Cells, if every block of lines were a table as wide as its line with most bars. */
  cells: number;
  /** Places where an address of a page or of a mailbox may stand. */
  addresses: number;
}

const MARKS = new Set([...'*_~[]!\\`&<\n'].map((mark) => mark.charCodeAt(0)));
const BAR = '|'.charCodeAt(0);
const AT = '@'.charCodeAt(0);
const SLASH = '/'.charCodeAt(0);
const NEW_LINE = '\n'.charCodeAt(0);

export function costsOf(text: string): MarkdownCosts {
  const costs: MarkdownCosts = { marks: 0, cells: 0, addresses: 0 };
  let [rows, widest, bars, lineLength] = [0, 0, 0, 0];
  const endBlock = () => {
    costs.cells += rows * widest;
    [rows, widest] = [0, 0];
  };
  for (let place = 0; place <= text.length; place++) {
    const code = text.charCodeAt(place);
    if (MARKS.has(code)) costs.marks++;
    if (code === AT || (code === SLASH && text.charCodeAt(place + 1) === SLASH)) costs.addresses++;
    // Past the end there is no character (NaN), and the last line ends like any other.
    if (code === NEW_LINE || place === text.length) {
      if (lineLength === 0) endBlock();
      else rows++;
      widest = Math.max(widest, bars);
      [bars, lineLength] = [0, 0];
      continue;
    }
    lineLength++;
    if (code === BAR) bars++;
  }
  endBlock();
  return costs;
}
