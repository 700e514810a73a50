import { addEvidence } from '#services/listings/add-evidence.ts'
import { addInvestigationRecord } from '#services/listings/add-investigation-record.ts'
import { extendInvestigation } from '#services/listings/extend-investigation.ts'
import { joinParty } from '#services/listings/join-party.ts'
import { recordService } from '#services/listings/record-service.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { RecordKind } from './investigation-record.ts'
import { EvidenceInput, StepTaken } from './violation-steps.ts'
import { ServiceMethod } from '../procedures/service-method.ts'

builder.relayMutationField(
  'addInvestigationRecord',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      kind: t.field({ type: RecordKind }),
      takenAt: t.field({ type: 'DateTime' }),
      place: t.string(),
      counterpart: t.string(),
      secondOfficer: t.string(),
      text: t.string(),
    }),
  },
  {
    description: 'Add an inspection, an interview or a request for documents to a case under investigation.',
    authScopes: { may: 'violation.notify' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await addInvestigationRecord(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'addEvidence',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), evidence: t.field({ type: [EvidenceInput] }) }) },
  {
    description: 'Add files of evidence to a case under investigation.',
    authScopes: { may: 'violation.notify' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await addEvidence(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'extendInvestigation',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reasons: t.string() }) },
  {
    description: 'Give an investigation more time, once.',
    authScopes: { may: 'violation.notify' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await extendInvestigation(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'joinParty',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      uscc: t.string(),
      practitionerId: t.string({ required: false }),
      violationCode: t.string(),
    }),
  },
  {
    description: 'Bring another party into a case under investigation; answers with its own case.',
    authScopes: { may: 'violation.notify' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await joinParty(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'recordService',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      method: t.field({ type: ServiceMethod }),
      servedOn: t.field({ type: 'Day' }),
      note: t.string({ required: false }),
    }),
  },
  {
    description: 'Put on record that the notice or decision of a case reached a party without an account.',
    authScopes: { may: 'violation.serve' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await recordService(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: StepTaken, resolve: (taken) => taken }) }) },
)
