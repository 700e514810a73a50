import type { EntryDraft as Draft, SealedIdentity } from '#domain/intermediaries/entry-draft.ts'
import { builder } from '../builder.ts'

type Part<Name extends keyof Draft> = NonNullable<Draft[Name]>
type Item<Name extends 'qualifications' | 'practitioners' | 'offerings'> = Part<Name>[number]

const Identity = builder.objectRef<Part<'identity'>>('EntryIdentity').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    uscc: t.exposeString('uscc'),
    usccReason: t.exposeString('usccReason', { description: "Why a code whose check character doesn't fit is right all the same." }),
    legalForm: t.exposeString('legalForm'),
    divisionCode: t.exposeString('divisionCode'),
    address: t.exposeString('address'),
    phone: t.exposeString('phone'),
    introduction: t.exposeString('introduction'),
  }),
})

const Sealed = builder.objectRef<SealedIdentity>('SealedIdentity').implement({
  description: 'An identity number that was typed once. Nobody reads it again, but for its mask.',
  fields: (t) => ({
    masked: t.exposeString('masked'),
    problem: t.exposeString('problem', { nullable: true, description: "Why it can't be one; null: it can." }),
  }),
})

const LegalRepresentative = builder.objectRef<Part<'legalRepresentative'>>('EntryLegalRepresentative').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    identity: t.field({ type: Sealed, nullable: true, resolve: ({ identity }) => identity }),
  }),
})

const Qualification = builder.objectRef<Item<'qualifications'>>('EntryQualification').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    grade: t.exposeString('grade'),
    certificateNo: t.exposeString('certificateNo'),
    issuer: t.exposeString('issuer'),
    validFromOn: t.exposeString('validFromOn', { description: 'As typed.' }),
    validUntilOn: t.exposeString('validUntilOn', { description: 'As typed; empty: without an end.' }),
    serviceItemCodes: t.exposeStringList('serviceItemCodes'),
  }),
})

const Practitioner = builder.objectRef<Item<'practitioners'>>('EntryPractitioner').implement({
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Send it back with the person, so that the sealed number is kept.' }),
    name: t.exposeString('name'),
    title: t.exposeString('title'),
    certificateNo: t.exposeString('certificateNo'),
    identity: t.field({ type: Sealed, nullable: true, resolve: ({ identity }) => identity }),
  }),
})

const Tie = builder.objectRef<Part<'affiliations'>['ties'][number]>('EntryTie').implement({
  fields: (t) => ({
    kind: t.exposeString('kind'),
    partyName: t.exposeString('partyName'),
    partyUscc: t.exposeString('partyUscc'),
    agencyId: t.exposeString('agencyId'),
    sharePercent: t.exposeString('sharePercent'),
    fromOn: t.exposeString('fromOn'),
    note: t.exposeString('note'),
  }),
})

const Affiliations = builder.objectRef<Part<'affiliations'>>('EntryAffiliations').implement({
  fields: (t) => ({
    isNoneDeclared: t.exposeBoolean('isNoneDeclared'),
    ties: t.field({ type: [Tie], resolve: ({ ties }) => ties }),
  }),
})

const FeeTier = builder.objectRef<Item<'offerings'>['fee']['tiers'][number]>('EntryFeeTier').implement({
  fields: (t) => ({ upTo: t.exposeString('upTo'), rate: t.exposeString('rate') }),
})

const Fee = builder.objectRef<Item<'offerings'>['fee']>('EntryFee').implement({
  description: 'A fee as typed: amounts in yuan, a percentage in per cent.',
  fields: (t) => ({
    kind: t.exposeString('kind'),
    unit: t.exposeString('unit'),
    amount: t.exposeString('amount'),
    minimum: t.exposeString('minimum'),
    maximum: t.exposeString('maximum'),
    tiers: t.field({ type: [FeeTier], resolve: ({ tiers }) => tiers }),
  }),
})

const Offering = builder.objectRef<Item<'offerings'>>('EntryOffering').implement({
  fields: (t) => ({
    serviceItemCode: t.exposeString('serviceItemCode'),
    divisionCodes: t.exposeStringList('divisionCodes'),
    fee: t.field({ type: Fee, resolve: ({ fee }) => fee }),
    feeNote: t.exposeString('feeNote'),
    promisedWorkingDays: t.exposeString('promisedWorkingDays'),
  }),
})

const Commitments = builder.objectRef<Part<'commitments'>>('EntryCommitments').implement({
  fields: (t) => ({ accepted: t.exposeStringList('accepted'), signerName: t.exposeString('signerName') }),
})

export const EntryDraft = builder.objectRef<Draft>('EntryDraft').implement({
  description: '入驻申请内容, as typed. A step that was never saved is null.',
  fields: (t) => ({
    identity: t.field({ type: Identity, nullable: true, resolve: ({ identity }) => identity }),
    legalRepresentative: t.field({ type: LegalRepresentative, nullable: true, resolve: (draft) => draft.legalRepresentative }),
    qualifications: t.field({ type: [Qualification], nullable: true, resolve: ({ qualifications }) => qualifications }),
    practitioners: t.field({ type: [Practitioner], nullable: true, resolve: ({ practitioners }) => practitioners }),
    affiliations: t.field({ type: Affiliations, nullable: true, resolve: ({ affiliations }) => affiliations }),
    offerings: t.field({ type: [Offering], nullable: true, resolve: ({ offerings }) => offerings }),
    commitments: t.field({ type: Commitments, nullable: true, resolve: ({ commitments }) => commitments }),
  }),
})
