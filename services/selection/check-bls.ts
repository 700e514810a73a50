import { bls12_381 } from '@noble/curves/bls12-381.js'
import type { BlsCheck } from '#domain/selection/drand-beacon.ts'

/** BLS signatures checked here, by no server's word: `@noble/curves`. */
export const checkBls: BlsCheck = ({ signatureGroup, publicKey, signature, message, tag }) => {
  if (signatureGroup === 'G1') {
    const { shortSignatures } = bls12_381
    return shortSignatures.verify(signature, shortSignatures.hash(message, tag), publicKey)
  }
  const { longSignatures } = bls12_381
  return longSignatures.verify(signature, longSignatures.hash(message, tag), publicKey)
}
