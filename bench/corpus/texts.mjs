import { between, logNormal, zipfPlace } from './random.mjs';
import { vocabulary } from './vocabulary.mjs';

/**
 * Writes titles and posts: Zipf-distributed words, lengths that are log-normal around 55 words, some of them with a
 * quotation, a block of code, a list or a link in Markdown.
 * @param {() => number} next the source of chance
 * @param {{ lang?: string, words?: number }} language
 */
export function textWriter(next, { lang = 'en', words: size = 6000 } = {}) {
  const list = vocabulary(lang, size);
  const gap = lang === 'zh' ? '' : ' ';
  const stop = lang === 'zh' ? '。' : '.';
  const word = () => list[zipfPlace(next, list.length)];
  const words = (count) => Array.from({ length: count }, word);
  const sentence = () => capital(words(between(next, 5, 18)).join(gap)) + stop;
  const title = () => capital(words(between(next, 4, 10)).join(gap));
  const prose = (length) => {
    const sentences = [];
    for (let count = 0; count < length; ) {
      const said = words(between(next, 5, 18));
      count += said.length;
      sentences.push(capital(said.join(gap)) + stop);
    }
    return sentences.join(gap);
  };
  const post = () => {
    const said = prose(logNormal(next, { median: 55, sigma: 0.8, least: 6, most: 500 }));
    const kind = next();
    if (kind < 0.12) return `> ${sentence()}\n\n${said}`;
    if (kind < 0.22)
      return `${said}\n\n\`\`\`\n${word()} = ${between(next, 0, 1e6)}\n${words(4).join(' ')}\n\`\`\``;
    if (kind < 0.34)
      return `${said}\n\n- ${words(4).join(gap)}\n- **${words(3).join(gap)}**\n- *${words(5).join(gap)}*`;
    if (kind < 0.42)
      return `${said}\n\n[${words(3).join(gap)}](https://example.org/${between(next, 1, 9999)})`;
    return said;
  };
  return { word, words, sentence, title, prose, post };
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
