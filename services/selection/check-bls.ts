import { bls12_381 } from '@noble/curves/bls12-381.js'
import { blsCheckWith } from '#domain/selection/drand-beacon.ts'

/** BLS signatures checked here, by no server's word. */
export const checkBls = blsCheckWith(bls12_381)
