import { entryCheckOutcomes } from '#domain/intermediaries/entry-application.ts'
import { checkEntry } from '#services/intermediaries/check-entry.ts'
import { decideEntryObjection } from '#services/intermediaries/decide-entry-objection.ts'
import type { SaveEntryDraftInput } from '#services/intermediaries/entry-draft-input.ts'
import { saveEntryDraft } from '#services/intermediaries/save-entry-draft.ts'
import { startEntry } from '#services/intermediaries/start-entry.ts'
import { submitEntry } from '#services/intermediaries/submit-entry.ts'
import { visibleEntries } from '#services/intermediaries/visible-entries.ts'
import { withdrawEntry } from '#services/intermediaries/withdraw-entry.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { EntryApplication } from './entry-application.ts'
import { entryPartInputs } from './entry-draft-input.ts'

const CheckOutcome = builder.enumType('EntryCheckOutcome', { values: entryCheckOutcomes })
const ObjectionOutcome = builder.enumType('EntryObjectionOutcome', { values: ['UPHELD', 'DISMISSED'] } as const)
const ObjectionConsequence = builder.enumType('EntryObjectionConsequence', { values: ['RETURN', 'REFUSE'] } as const)

const StepTaken = builder.objectRef<{ readonly id: string }>('EntryStepTaken').implement({
  description: 'The application after the step.',
  fields: (t) => ({
    entry: t.prismaField({
      type: EntryApplication,
      nullable: true,
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        prisma.entryApplication.findFirst({ ...query, where: { AND: [{ id }, visibleEntries(viewer)] } }),
    }),
  }),
})

builder.relayMutationField(
  'startEntry',
  { inputFields: () => ({}) },
  {
    description: 'Begin an application of an institution to enter the register.',
    authScopes: { may: 'entry.start' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ number: await startEntry(context, input) }),
  },
  { outputFields: (t) => ({ number: t.exposeString('number') }) },
)

builder.relayMutationField(
  'saveEntryDraft',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      identity: t.field({ type: entryPartInputs.identity, required: false }),
      legalRepresentative: t.field({ type: entryPartInputs.legalRepresentative, required: false }),
      qualifications: t.field({ type: [entryPartInputs.qualifications], required: false }),
      practitioners: t.field({ type: [entryPartInputs.practitioners], required: false }),
      affiliations: t.field({ type: entryPartInputs.affiliations, required: false }),
      offerings: t.field({ type: [entryPartInputs.offerings], required: false }),
      commitments: t.field({ type: entryPartInputs.commitments, required: false }),
    }),
  },
  {
    description: 'Keep the steps given as they are typed, complete or not; the others stay.',
    authScopes: { may: 'entry.edit' },
    errors: useCaseErrors,
    // A step given as null is one left out; so is a part of a fee.
    resolve: async (_root, { input }, context) => ({ id: await saveEntryDraft(context, withoutNulls(input) as SaveEntryDraftInput) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'submitEntry',
  { inputFields: (t) => ({ number: t.string(), version: t.int() }) },
  {
    description: 'Submit the application for the form check.',
    authScopes: { may: 'entry.edit' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await submitEntry(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'withdrawEntry',
  { inputFields: (t) => ({ number: t.string(), version: t.int() }) },
  {
    description: 'Take the application back.',
    authScopes: { may: 'entry.edit' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await withdrawEntry(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'checkEntry',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      outcome: t.field({ type: CheckOutcome }),
      reasons: t.string(),
      isUsccOverrideAccepted: t.boolean({ description: 'You have reviewed why a code with a wrong check character is right.' }),
    }),
  },
  {
    description: 'The form check: on to publicity, back to the applicant, or refused.',
    authScopes: { may: 'entry.check' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await checkEntry(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'decideEntryObjection',
  {
    inputFields: (t) => ({
      number: t.string({ description: "The application's number." }),
      version: t.int(),
      objectionNumber: t.string(),
      outcome: t.field({ type: ObjectionOutcome }),
      consequence: t.field({ type: ObjectionConsequence, required: false }),
      answer: t.string(),
    }),
  },
  {
    description: 'Answer an objection with reasons.',
    authScopes: { may: 'entry.check' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await decideEntryObjection(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([name, one]) => (one === null ? [] : [[name, withoutNulls(one)]])))
}
