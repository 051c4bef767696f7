/** More than anyone types as one question; a longer text is cut here and then found to have too many words. */
const LONGEST = 1200;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', rsquo: "'", lsquo: "'", rdquo: '"', ldquo: '"',
  ndash: '-', mdash: '-', hellip: ' ', pound: '£',
};

/** Letters, figures and signs of a keyboard, singly spaced, with nothing to be decoded or made plain. */
const PLAIN = /^(?! )(?:[!-%'-_a-~]| (?! ))*$/;

function decodeEntity(whole: string, name: string): string {
  if (name.startsWith('#')) {
    const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  }
  return ENTITIES[name.toLowerCase()] ?? whole;
}

/**
 * A typed question as plain text: HTML entities decoded, compatibility forms folded, invisible characters and emoji
 * taken out, quotes and dashes made plain, white space single. Letters keep their case, so that options can quote it.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) {
    return text.trim().slice(0, LONGEST);
  }
  return text
    .slice(0, LONGEST * 2)
    .replace(/&(#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[a-zA-Z]{2,8});/g, decodeEntity)
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\uFE00-\uFE0F]/g, '')
    .replace(/[\u2018\u2019\u201A\u201B\u2032\u02BC`´]/g, "'")
    .replace(/[\u201C-\u201F\u2033«»]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1F1E6}-\u{1F1FF}]/gu, ' ')
    .replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}
