/**
 * A text as a key in documents, attribute names and filters: ASCII letters, digits and hyphen stand for themselves, all else as the hex of
 * its UTF-16 unit between underscores. Two texts never share a key, and no key means anything to the filter language.
 */
export function encodeKey(text: string): string {
  // By unit, not by character: half a surrogate pair is a text too.
  return text.replace(/[^A-Za-z0-9-]/g, (unit) => `_${unit.charCodeAt(0).toString(16)}_`)
}

export function decodeKey(key: string): string {
  return key.replace(/_([0-9a-f]+)_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}
