import type { ListEntry } from './list-entry.ts'

/** For tests: a blacklist entry of a general violation, from 2026-04-10 for its longest year. */
export function listEntry(facts: Partial<ListEntry>): ListEntry {
  return {
    entryId: 'entry',
    list: 'BLACKLIST',
    fromOn: '2026-04-10',
    untilOn: '2027-04-10',
    status: 'ACTIVE',
    endedOn: null,
    isFromBrokenCommitments: false,
    appealedOn: null,
    appealDecidedOn: null,
    ...facts,
  }
}
