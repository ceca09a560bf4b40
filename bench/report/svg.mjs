const WIDTH = 760;
const HEIGHT = 420;
const BOX = { left: 70, right: 235, top: 46, bottom: 52 };
/** Told apart in light and in dark, and by people who see fewer colours. */
const COLOURS = ['#2a78c2', '#d9822b', '#2f9e62', '#c2478f', '#7a63c9', '#8a8f2a', '#3aa6a6', '#b5533c'];

/**
 * Curves on two logarithmic axes, as a picture that can be read in light and in dark.
 * @param {{ title: string, xLabel: string, yLabel: string,
 *   curves: { name: string, points: { x: number, y: number }[] }[] }} chart
 * @returns {string} SVG
 */
export function logLogChart({ title, xLabel, yLabel, curves }) {
  const drawn = curves
    .map((curve) => ({ ...curve, points: curve.points.filter(({ x, y }) => x > 0 && y > 0) }))
    .filter(({ points }) => points.length > 0);
  const all = drawn.length > 0 ? drawn.flatMap(({ points }) => points) : [{ x: 1, y: 1 }];
  const xAxis = axis(
    all.map(({ x }) => x),
    BOX.left,
    WIDTH - BOX.right,
  );
  const yAxis = axis(
    all.map(({ y }) => y),
    HEIGHT - BOX.bottom,
    BOX.top,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeText(title)}">`,
    STYLE,
    `<rect class="ground" width="${WIDTH}" height="${HEIGHT}" rx="6"/>`,
    text(BOX.left, 26, title, 'class="title"'),
    ...xAxis.ticks.map((tick) => vertical(xAxis.place(tick), short(tick))),
    ...yAxis.ticks.map((tick) => horizontal(yAxis.place(tick), short(tick))),
    text((BOX.left + WIDTH - BOX.right) / 2, HEIGHT - 12, xLabel, 'text-anchor="middle"'),
    text(
      16,
      30 + BOX.top / 2,
      yLabel,
      `text-anchor="start" transform="rotate(-90 16 ${HEIGHT / 2})" x="16" y="${HEIGHT / 2}"`,
    ),
    ...drawn.flatMap((curve, at) => curveOf(curve, xAxis, yAxis, COLOURS[at % COLOURS.length])),
    ...drawn.flatMap(({ name }, at) => legendOf(name, at)),
    '</svg>\n',
  ].join('\n');
}

const STYLE = `<style>
  svg { font: 12px system-ui, sans-serif; color: #1d2a33; }
  .ground { fill: #ffffff; stroke: #d5dde2; }
  text { fill: currentColor; }
  .title { font-size: 15px; font-weight: 600; }
  .grid { stroke: currentColor; stroke-opacity: 0.15; }
  @media (prefers-color-scheme: dark) {
    svg { color: #e4eaee; }
    .ground { fill: #16202a; stroke: #33424f; }
  }
</style>`;

function axis(values, from, to) {
  const [low, high] = [
    Math.floor(Math.log10(Math.min(...values))),
    Math.ceil(Math.log10(Math.max(...values))),
  ];
  const span = Math.max(1, high - low);
  return {
    place: (value) => from + ((Math.log10(value) - low) / span) * (to - from),
    ticks: Array.from({ length: span + 1 }, (_, step) => 10 ** (low + step)),
  };
}

function curveOf({ points }, xAxis, yAxis, colour) {
  const places = points.map(({ x, y }) => [xAxis.place(x).toFixed(1), yAxis.place(y).toFixed(1)]);
  return [
    `<polyline fill="none" stroke="${colour}" stroke-width="2.5" points="${places.map((pair) => pair.join(',')).join(' ')}"/>`,
    ...places.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3.5" fill="${colour}"/>`),
  ];
}

function legendOf(name, at) {
  const y = BOX.top + 12 + at * 22;
  const x = WIDTH - BOX.right + 16;
  return [
    `<rect x="${x}" y="${y - 8}" width="14" height="4" fill="${COLOURS[at % COLOURS.length]}"/>`,
    text(x + 20, y, name),
  ];
}

function vertical(x, label) {
  return `<line class="grid" x1="${x}" x2="${x}" y1="${BOX.top}" y2="${HEIGHT - BOX.bottom}"/>${text(x, HEIGHT - BOX.bottom + 18, label, 'text-anchor="middle"')}`;
}

function horizontal(y, label) {
  return `<line class="grid" x1="${BOX.left}" x2="${WIDTH - BOX.right}" y1="${y}" y2="${y}"/>${text(BOX.left - 8, y + 4, label, 'text-anchor="end"')}`;
}

function text(x, y, content, attributes = '') {
  const place = attributes.includes(' x=') ? '' : ` x="${x}" y="${y}"`;
  return `<text${place} ${attributes}>${escapeText(content)}</text>`;
}

function short(value) {
  if (value >= 1e6) return `${value / 1e6}M`;
  return value >= 1e3 ? `${value / 1e3}k` : String(Number(value.toPrecision(3)));
}

function escapeText(value) {
  return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
