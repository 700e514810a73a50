import { networkOf } from '#services/kernel/network-of.ts'
import { takeAnonymousRequest } from './anonymous-rate.ts'

/**
 * Takes one request for suggestions from the allowance of the address's network, which is apart from that of the endpoint: who types in a
 * search field must not run out of it. Typing sends some three a second for a moment; the burst is far beyond that.
 * @param nowMs a steady clock in milliseconds
 * @returns null when allowed, else the seconds until the next one is
 */
export const takeSuggestion = (address: string, nowMs: number): number | null =>
  takeAnonymousRequest(`suggestions ${networkOf(address)}`, nowMs)
