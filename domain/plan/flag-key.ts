/** The gates of a toggle have names that look like keys and are none. */
const notKeys = new Set(
  (
    'boolean actors actor groups group expression percentage_of_actors percentage_of_time ' +
    'enabled disabled yes no none tbd tba tbc n/a na todo main master staging production true false ' +
    'on off toggle toggles flag flags flipper feature name key description'
  ).split(' '),
)

const snake = /^[A-Za-z][A-Za-z0-9]*(?:_+[A-Za-z0-9]+)+$/
const camel = /^(?:[a-z][a-z0-9]*(?:[A-Z][A-Za-z0-9]*)+|[A-Z]+[a-z0-9]+[A-Z][A-Za-z0-9]*)$/
const kebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/

/** Whether a word has the form of a toggle's key, so that a sentence may name it in passing. */
export function looksLikeKey(word: string): boolean {
  if (word.length < 4 || word.length > 120 || notKeys.has(word.toLowerCase())) return false
  return snake.test(word) || camel.test(word) || kebab.test(word)
}

/** Whether a word can be a key where a key is asked for: any one word that is not an answer. */
export function canBeKey(word: string): boolean {
  if (word.length < 3 || word.length > 120 || notKeys.has(word.toLowerCase())) return false
  return /^[A-Za-z][\w.-]*[A-Za-z0-9]$/.test(word) && !/^x+$/i.test(word)
}

/** One spelling for `someKey`, `some-key` and `some_key`. */
export function keyWords(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[-.]/g, '_')
    .toLowerCase()
}
