/** A small generator of repeatable chance (mulberry32), so that a failing input can be named by its number. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Texts that have broken programs: for form fields, addresses and variables alike. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\ufeff',
  '\u202e倒序',
  '９１４１０１００ＭＡ',
  "' OR '1'='1",
  '\'; DROP TABLE "Subject"; --',
  '$1',
  '%_%',
  '\\',
  '\\x00',
  '<script>alert(1)</script>',
  '{{constructor.constructor("return process")()}}',
  '${7*7}',
  '../../../../etc/passwd',
  'http://169.254.169.254/',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e400',
  '9'.repeat(400),
  '-9223372036854775809',
  '0000-00-00',
  '0000-01-01',
  '9999-12-31',
  '2026-02-30',
  '+275760-09-13T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '2026-03-02T25:61:61Z',
  '0001-01-01T00:00:00Z',
  '中'.repeat(20_000),
  'a'.repeat(200_000),
  '👩‍👩‍👧‍👦'.repeat(500),
  '\n\r\t',
  '(((((((((((((((((((((((((((((a',
  '[a-z]{1,99999}',
  '914101000000000000',
  '410101199001011234',
]

/** Values of the wrong kind, for JSON. */
export const hostileValues: readonly unknown[] = [
  ...hostileTexts,
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  -(2 ** 53),
  1e308,
  [],
  {},
  [[[[[[]]]]]],
  { __proto__: null, toString: 1 },
]

/** Bodies that are no proper request at all. */
export const hostileBodies: readonly string[] = [
  '',
  '{',
  'null',
  '[]',
  '""',
  '0',
  '[{"query":"{__typename}"}]',
  '{"query":null}',
  '{"query":{}}',
  '{"query":""}',
  '{"query":"\\u0000"}',
  '{"query":"{","variables":[]}',
  '{"query":"{__typename}","variables":"x"}',
  '{"query":"{__typename}","operationName":"other"}',
  '{"query":"query A{__typename} query B{__typename}"}',
  '{"query":"subscription{x}"}',
  '{"query":"{__typename}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
  '{"query":"{__typename}","__proto__":{"x":1}}',
  `{"query":"{__typename}","variables":{"a":${'['.repeat(5000)}${']'.repeat(5000)}}}`,
  '['.repeat(100_000),
  `{"query":"${'{a'.repeat(3000)}"}`,
  `{"query":"{ a(b: ${'['.repeat(3000)}) }"}`,
  '{"query":"{__typename @include(if: \\"x\\")}"}',
  '{"query":"fragment a on Query { ...a } { ...a }"}',
  '\ufeff{"query":"{__typename}"}',
  '{"query":"{ \\ud800 }"}',
  '{"query":"query($a: Nope!){__typename}","variables":{"a":1}}',
  '{"query":"{ creditCheck(code: \\"\\\\u0000\\") { __typename } }"}',
]
