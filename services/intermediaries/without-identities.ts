/** A wanted change as the audit trail and pages may have it: neither sealed numbers nor their hashes. */
export function withoutIdentities(wanted: unknown): unknown {
  if (Array.isArray(wanted)) return wanted.map(withoutIdentities)
  if (typeof wanted !== 'object' || wanted === null) return wanted
  const { identityCipher: _cipher, identityHash: _hash, ...open } = wanted as Record<string, unknown>
  return open
}
