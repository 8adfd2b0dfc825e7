const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'an iPhone'],
  [/iPad/, 'an iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'a Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
]

/** What a browser calls itself, as people say it: "Firefox on Windows". Only a hint: anybody can say anything. */
export function browserWords(agent: string | null): string {
  if (agent === null || agent.trim() === '') return 'An unknown browser'
  const found = (known: typeof BROWSERS) => known.find(([words]) => words.test(agent))?.[1]
  const [browser, system] = [found(BROWSERS) ?? 'A browser', found(SYSTEMS)]
  return system === undefined ? browser : `${browser} on ${system}`
}
