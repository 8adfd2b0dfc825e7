import { asWords } from '../../domain/audit/phrases.ts'

/** The words to choose from; what the address says stays among them, known or not. */
export function offered(all: string, words: readonly string[], chosen = '') {
  const known = chosen === '' || words.includes(chosen) ? words : [chosen, ...words]
  return [{ value: '', label: all }, ...known.map((word) => ({ value: word, label: word }))]
}

/** The plans by their titles. */
export function plansOffered(
  plans: readonly { readonly slug: string; readonly title: string }[],
  chosen = '',
) {
  const isKnown = chosen === '' || plans.some(({ slug }) => slug === chosen)
  const known = isKnown ? plans : [{ slug: chosen, title: chosen }, ...plans]
  return [
    { value: '', label: 'Any' },
    ...known.map(({ slug, title }) => ({ value: slug, label: title })),
  ]
}

/** Whole kinds first ("toggle: any"), then each action of them. */
export function actionsOffered(types: readonly string[], chosen?: string) {
  const kinds = [...new Set(types.map((type) => type.split('.')[0] ?? type))]
  const words = kinds.flatMap((kind) => [
    kind,
    ...types.filter((type) => type.startsWith(`${kind}.`)),
  ])
  return offered('Any', words, chosen).map(({ value, label }) => ({
    value,
    label: kinds.includes(value) ? `${asWords(value)}: any` : asWords(label.replace('.', ' ')),
  }))
}
