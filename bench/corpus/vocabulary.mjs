import { numbers } from './random.mjs';

/** Words that stand at the head of the English list, so that texts look like a forum on practice. */
const COMMON =
  'the of and to in is it for on with this we that have not are be was can from or what all when our there how if they will about who so make good water people work need time use find year first help know more other some come than look only over think also back after two want because any these give most us canal gate season district cost committee visit training budget council village school teacher nurse road market price seed harvest storm warning radio record meeting vote plan report partner ministry delay result lesson practice exchange region policy soil forest river health clinic energy solar loan cooperative women youth elder farmer fisher teacher data survey method trial scale failure risk trust law permit tender';

/** Syllables that the other words are built of, by language. */
const SYLLABLES = {
  en: 'ba con der est fin gra hol in ker lan mar nor per ric sta ter un ver win ton ly ing ment ness',
  fr: 'bo cha dé eau fé gne lou mé noir pré que ré sou té vie tion ment eur ique',
  es: 'ca ción do es fru gar ja llu ma ñe pro qui ra so ta ver zo dad mente',
  pt: 'ção bra de es fo gui lha ma nho pes que ro são ta ver xi dade mente',
  ar: 'با تم جر حس خط در رم سل شع صف طر عل فق كت لم من نور هد وق يم ات ون',
  ru: 'ба вод гор дер жел зна кра лес мир нос пол рож сто тру хол чер шко ние ость ский',
};

/** Characters of which Chinese words are made, two or three to a word, written without spaces. */
const CHARACTERS =
  '水利农村合作经验社区培训项目政府学校医院道路市场种子收成风暴电台记录会议投票计划报告伙伴部门延误结果教训实践交流地区政策土壤森林河流健康能源太阳贷款妇女青年农民渔民数据调查方法规模失败风险信任法律许可招标';

export const LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar', 'zh', 'ru'];

const made = new Map();

/**
 * The words of a language, commonest first; the same on every run.
 * @param {string} lang
 * @param {number} size
 * @returns {string[]}
 */
export function vocabulary(lang = 'en', size = 6000) {
  const name = `${lang} ${size}`;
  if (!made.has(name)) made.set(name, makeWords(lang, size));
  return made.get(name);
}

function makeWords(lang, size) {
  const next = numbers(4242 + LANGUAGES.indexOf(lang));
  const parts = lang === 'zh' ? [...CHARACTERS] : SYLLABLES[lang].split(' ');
  const words = new Set(lang === 'en' ? COMMON.split(' ') : []);
  while (words.size < size) {
    // Frequent words are short, as in any language.
    const length = (words.size < size / 20 ? 1 : 2) + Math.floor(next() * (lang === 'zh' ? 2 : 3));
    let word = '';
    for (let part = 0; part < Math.max(lang === 'zh' ? 2 : 1, length); part++) {
      word += parts[Math.floor(next() * parts.length)];
    }
    words.add(word);
  }
  return [...words];
}
