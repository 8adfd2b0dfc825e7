/** A yes or no at the start of a text: words, letters and marks that people use; null for neither. */
export function leadingAnswer(text: string): boolean | null {
  if (/^\s*[✅✔👍☑🟢]/u.test(text)) return true
  if (/^\s*[❌👎✖⛔🔴]/u.test(text)) return false
  if (/^\W*(?:yes|no) ?(?:\/|\||or) ?(?:yes|no)\b/iu.test(text)) return null
  if (/^\W*(?:yes|yep|yeah|yup|true|y)(?![\p{L}'’/])/iu.test(text)) return true
  if (/^\W*(?:no|nope|false|n)(?![\p{L}'’/])/iu.test(text)) return false
  return null
}
