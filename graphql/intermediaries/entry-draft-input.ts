import { builder } from '../builder.ts'

const IdentityInput = builder.inputType('EntryIdentityInput', {
  fields: (t) => ({
    name: t.string(),
    uscc: t.string(),
    usccReason: t.string(),
    legalForm: t.string(),
    divisionCode: t.string(),
    address: t.string(),
    phone: t.string(),
    introduction: t.string(),
  }),
})

const LegalRepresentativeInput = builder.inputType('EntryLegalRepresentativeInput', {
  fields: (t) => ({ name: t.string(), identityNumber: t.string({ description: 'Empty keeps the one sealed before.' }) }),
})

const QualificationInput = builder.inputType('EntryQualificationInput', {
  fields: (t) => ({
    name: t.string(),
    grade: t.string(),
    certificateNo: t.string(),
    issuer: t.string(),
    validFromOn: t.string(),
    validUntilOn: t.string(),
    serviceItemCodes: t.stringList(),
  }),
})

const PractitionerInput = builder.inputType('EntryPractitionerInput', {
  fields: (t) => ({
    key: t.string({ description: 'Of a person already in the draft; empty: a new one.' }),
    name: t.string(),
    title: t.string(),
    certificateNo: t.string(),
    identityNumber: t.string({ description: 'Empty keeps the one sealed before.' }),
  }),
})

const TieInput = builder.inputType('EntryTieInput', {
  fields: (t) => ({
    kind: t.string(),
    partyName: t.string(),
    partyUscc: t.string(),
    agencyId: t.string(),
    sharePercent: t.string(),
    fromOn: t.string(),
    note: t.string(),
  }),
})

const AffiliationsInput = builder.inputType('EntryAffiliationsInput', {
  fields: (t) => ({ isNoneDeclared: t.boolean(), ties: t.field({ type: [TieInput] }) }),
})

const FeeTierInput = builder.inputType('EntryFeeTierInput', { fields: (t) => ({ upTo: t.string(), rate: t.string() }) })

const FeeInput = builder.inputType('EntryFeeInput', {
  fields: (t) => ({
    kind: t.string(),
    unit: t.string({ required: false }),
    amount: t.string({ required: false }),
    minimum: t.string({ required: false }),
    maximum: t.string({ required: false }),
    tiers: t.field({ type: [FeeTierInput], required: false }),
  }),
})

const OfferingInput = builder.inputType('EntryOfferingInput', {
  fields: (t) => ({
    serviceItemCode: t.string(),
    divisionCodes: t.stringList(),
    fee: t.field({ type: FeeInput }),
    feeNote: t.string(),
    promisedWorkingDays: t.string(),
  }),
})

const CommitmentsInput = builder.inputType('EntryCommitmentsInput', {
  fields: (t) => ({ accepted: t.stringList(), signerName: t.string() }),
})

/** The steps of an application as they are sent: everything is text, right or wrong. */
export const entryPartInputs = {
  identity: IdentityInput,
  legalRepresentative: LegalRepresentativeInput,
  qualifications: QualificationInput,
  practitioners: PractitionerInput,
  affiliations: AffiliationsInput,
  offerings: OfferingInput,
  commitments: CommitmentsInput,
} as const
