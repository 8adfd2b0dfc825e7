const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
}

const image = /!\[[^[\]\n]{0,500}\]\([^()\n]{0,2000}\)/g
const link = /\[([^[\]\n]{0,1000})\]\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)/g
const referenceLink = /\[([^[\]\n]{1,300})\]\[[^[\]\n]{0,100}\]/g

/**
 * The words of a piece of Markdown as a reader sees them: links give their text, images nothing,
 * emphasis, code marks, tags and escapes are taken off, white space is one space.
 */
export function plainText(markdown: string): string {
  if (!/[\\`*_[<&!]/.test(markdown)) return oneLine(markdown)
  return oneLine(unmarked(markdown))
}

const oneLine = (text: string) => text.replace(/[\s\u00A0\u200B\u2060\uFEFF]+/g, ' ').trim()

/** Each step only where its mark occurs: most words carry one mark or none. */
function unmarked(markdown: string): string {
  let text = markdown
  if (text.includes('[')) {
    text = text.replace(image, ' ').replace(link, '$1').replace(referenceLink, '$1')
  }
  if (text.includes('<')) {
    text = text
      .replace(/<br\s{0,3}\/?>/gi, ' ')
      .replace(/<((?:https?|mailto):[^<>\s]{1,2000})>/g, '$1')
      .replace(/<\/?[a-zA-Z][^<>]{0,500}>/g, '')
  }
  if (text.includes('\\')) {
    text = text.replace(/\\([\\`*_{}[\]()#+\-.!|>~"'<])/g, (_, mark: string) =>
      mark === '*' ? '∗' : mark,
    )
  }
  text = text.replace(/[*`]/g, '')
  if (text.includes('_')) {
    text = text
      .replace(/(^|[\s([{"'“>|:/-])_{1,3}(?=[^\s_])/g, '$1')
      .replace(/([^\s_])_{1,3}(?=$|[\s.,;:!?)\]}"'”|/-])/g, '$1')
  }
  if (text.includes('&')) {
    text = text.replace(/&(#\d{1,6}|[a-zA-Z]{2,10});/g, (whole, name: string) =>
      entity(whole, name),
    )
  }
  return text.replace(/∗/g, '*')
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name] ?? whole
  const code = Number(name.slice(1))
  return code > 31 && code < 0x11_0000 ? String.fromCodePoint(code) : whole
}

/** Lower case, straight quotes, plain dashes: the form in which wording is compared. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019\u201B\u2032`´]/g, "'")
    .replace(/[\u201C\u201D\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u00A0\u200B]+/g, ' ')
    .trim()
}

/** The words of a text, folded; apostrophes vanish ("you'll" is `youll`), `%` is a word. */
export function wordsOf(text: string): string[] {
  return (
    foldText(text)
      .replace(/'/g, '')
      .match(/[\p{L}\p{N}]+|%/gu) ?? []
  )
}
