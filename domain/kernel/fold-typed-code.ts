/** What people type or paste for a code, brought to the stored form: full width folded, upper case, no spaces or hyphens. */
export function foldTypedCode(input: string): string {
  return input
    .normalize('NFKC')
    .replace(/[\s\-\u2010-\u2015\u2212]/g, '')
    .toUpperCase()
}
