import { setImmediate } from 'node:timers/promises'
import { maskIdentityNumber } from '#domain/kernel/identity-number.ts'
import { buildSearchDocument } from '#search/intermediaries/search-document.ts'
import type { SearchDocumentRow } from '#search/intermediaries/search-document.ts'
import { standingRow } from '#services/credit/standing-row.ts'
import type { IdentityVault } from '#services/kernel/identity-vault.ts'
import type { InventedItem } from '../invented/certificates.ts'
import { inventIntermediary } from '../invented/intermediary.ts'
import { inventCredit } from './bulk-credit.ts'
import { bulkId } from './bulk-id.ts'
import type { BulkRow } from './insert-rows.ts'

/** The rows of one or many intermediaries by table, in the order in which they can be written. */
export interface BulkRows {
  readonly tables: ReadonlyMap<string, readonly BulkRow[]>
  readonly documents: readonly SearchDocumentRow[]
}

export interface BulkOptions {
  readonly items: ReadonlyMap<string, InventedItem>
  readonly identityVault: IdentityVault
  readonly today: string
  readonly now: Date
}

/** Tables in an order that keeps every reference valid. */
const order = [
  'Subject',
  'Organisation',
  'Intermediary',
  'Qualification',
  'Practitioner',
  'ServiceOffering',
  'OfferingVersion',
  'CreditEvent',
  'ListEntry',
  'CreditStanding',
] as const
type BulkTable = (typeof order)[number]

/** The rows of the invented intermediaries numbered `from` up to, not including, `to`. */
export async function bulkRowsOf(from: number, to: number, options: BulkOptions): Promise<BulkRows> {
  const tables = new Map<BulkTable, BulkRow[]>(order.map((table) => [table, []]))
  const documents: SearchDocumentRow[] = []
  for (let index = from; index < to; index += 1) {
    // The chunk before is being written meanwhile: its next statement goes out when this one lets go.
    if (index % 100 === 0) await setImmediate()
    documents.push(addIntermediary((table, ...rows) => tables.get(table)?.push(...rows), index, options))
  }
  return { tables, documents }
}

type Add = (table: BulkTable, ...rows: BulkRow[]) => void

function addIntermediary(add: Add, index: number, { items, identityVault, today, now }: BulkOptions): SearchDocumentRow {
  const invented = inventIntermediary(index, { block: 'BENCH', items, mostPractitioners: 1, today })
  const { name, uscc, divisionCode, listedOn, qualifications, practitioners, offerings } = invented
  const intermediaryId = bulkId('intermediary', index)
  const subjectId = bulkId('subject', index)
  const common = { divisionCode, isFictitious: true, createdAt: now }
  const noPerson = { identityHash: null, identityCipher: null, identityMasked: null }
  add('Subject', { id: subjectId, kind: 'ORGANISATION', name, uscc, ...noPerson, ...common })
  add('Organisation', { id: bulkId('organisation', index), kind: 'INTERMEDIARY', nameZh: name, divisionCode, subjectId, createdAt: now })
  const { legalForm, legalRepresentative, address, phone, introduction } = invented
  const text = { legalForm, legalRepresentative, address, phone, introduction }
  add('Intermediary', { id: intermediaryId, subjectId, ...text, status: 'LISTED', listedOn, version: 1, createdAt: now })
  qualifications.forEach((one, place) => add('Qualification', { id: bulkId('qualification', index * 10 + place), intermediaryId, ...one }))
  for (const { name: person, identityNumber, title, certificateNo } of practitioners) {
    const id = bulkId('person', index)
    const identityHash = identityVault.hash(identityNumber)
    const identity = {
      identityHash,
      identityCipher: identityVault.seal(identityNumber),
      identityMasked: maskIdentityNumber(identityNumber),
    }
    add('Subject', { id, kind: 'PERSON', name: person, uscc: null, ...identity, ...common })
    add('Practitioner', { id: bulkId('practitioner', index), intermediaryId, subjectId: id, title, certificateNo })
  }
  offerings.forEach((one, place) => {
    const offeringId = bulkId('offering', index * 10 + place)
    const { feeSchedule, feeFen, promisedWorkingDays, divisionCodes } = one
    const terms = { feeSchedule, feeFen, promisedWorkingDays, divisionCodes, isWithdrawn: false, version: 1 }
    const { serviceItemCode, feeNote } = one
    add('ServiceOffering', { id: offeringId, intermediaryId, serviceItemCode, feeNote, ...terms, updatedAt: now })
    add('OfferingVersion', { offeringId, ...terms, fromAt: now, changedById: null, reason: '' })
  })
  const { events, entries, standing } = inventCredit(index, subjectId, listedOn, now)
  add('CreditEvent', ...events)
  add('ListEntry', ...entries)
  add('CreditStanding', { subjectId, ...standingRow(standing, now), version: 1 })
  const isQualificationRequired = (code: string) => items.get(code)?.isQualificationRequired ?? false
  return buildSearchDocument({
    ...{ intermediaryId, name, uscc, isListed: true, isLeaving: false, standing, qualifications },
    offerings: offerings.map((offering) => ({
      ...offering,
      isWithdrawn: false,
      isItemCancelled: false,
      isQualificationRequired: isQualificationRequired(offering.serviceItemCode),
    })),
  })
}
