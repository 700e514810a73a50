import { feeScheduleSchema } from '#domain/catalogue/fee-schedule.ts'
import type { CompleteEntry } from '#domain/intermediaries/entry-completeness.ts'
import type { EntryApplication } from '#prisma/generated/client.ts'
import type { Platform } from '../kernel/use-case-context.ts'
import type { RegisterIntermediaryInput } from './register-intermediary-input.ts'

/** A complete application as the register takes it: only here are the identity numbers opened, to be sealed again with the person. */
export function toRegisterInput(
  { identityVault, isSandbox }: Pick<Platform, 'identityVault' | 'isSandbox'>,
  { number, usccOverrideReason, usccOverrideById }: Pick<EntryApplication, 'number' | 'usccOverrideReason' | 'usccOverrideById'>,
  { identity, legalRepresentative, qualifications, practitioners, affiliations, offerings }: CompleteEntry,
): RegisterIntermediaryInput {
  const { name, uscc, divisionCode, legalForm, address, phone, introduction } = identity
  const isReviewed = usccOverrideReason !== null && usccOverrideById !== null
  return {
    ...{ name, uscc, divisionCode, legalForm, address, phone, introduction },
    clientMutationId: `entry ${number}`,
    usccOverride: isReviewed ? { reason: usccOverrideReason, reviewedById: usccOverrideById } : null,
    legalRepresentative: legalRepresentative.name,
    // Nobody enters a rehearsal in earnest.
    isFictitious: isSandbox,
    qualifications: [...qualifications],
    practitioners: practitioners.map(({ name: personName, title, certificateNo, identity: { cipher } }) => ({
      ...{ name: personName, title, certificateNo },
      identityNumber: identityVault.open(cipher),
    })),
    affiliations: [...affiliations.ties],
    offerings: offerings.map(({ fee, ...offering }) => ({
      ...offering,
      feeSchedule: feeScheduleSchema.parse(fee),
    })),
  }
}
