import { changeOutcomes, decideRegisterChange } from '#services/intermediaries/decide-register-change.ts'
import { recordTie } from '#services/intermediaries/record-tie.ts'
import { requestAffiliationChange } from '#services/intermediaries/request-affiliation-change.ts'
import { requestExit } from '#services/intermediaries/request-exit.ts'
import { requestPractitionerChange, requestPractitionerChangeInput } from '#services/intermediaries/request-practitioner-change.ts'
import { requestProfileChange } from '#services/intermediaries/request-profile-change.ts'
import { requestQualificationChange, requestQualificationChangeInput } from '#services/intermediaries/request-qualification-change.ts'
import { visibleRegisterChanges } from '#services/intermediaries/visible-register-changes.ts'
import { withdrawRegisterChange } from '#services/intermediaries/withdraw-register-change.ts'
import { parseInput } from '#services/kernel/parse-input.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { AffiliationKind } from './affiliation.ts'
import { RegisterChange } from './register-change.ts'

const Taken = builder.objectRef<{ readonly id: string }>('RegisterChangeStepTaken').implement({
  description: 'The change after the step.',
  fields: (t) => ({
    change: t.prismaField({
      type: RegisterChange,
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        prisma.registerChange.findFirstOrThrow({ ...query, where: { AND: [{ id }, visibleRegisterChanges(viewer)] } }),
    }),
  }),
})
const ProfileInput = builder.inputType('ProfileInput', {
  description: 'What the profile should say; what is left out stays.',
  fields: (t) => ({
    name: t.string({ required: false }),
    nameEn: t.string({ required: false }),
    legalRepresentative: t.string({ required: false }),
    legalForm: t.string({ required: false }),
    divisionCode: t.string({ required: false }),
    address: t.string({ required: false }),
    phone: t.string({ required: false }),
    introduction: t.string({ required: false }),
  }),
})

const ChangeOutcome = builder.enumType('ChangeOutcome', { values: changeOutcomes })

const CertificateInput = builder.inputType('CertificateInput', {
  fields: (t) => ({
    name: t.string(),
    grade: t.string({ required: false }),
    certificateNo: t.string(),
    issuer: t.string(),
    validFromOn: t.string(),
    validUntilOn: t.string({ required: false, description: 'Last valid day; left out: without an end.' }),
    serviceItemCodes: t.stringList(),
  }),
})

const QualificationOp = builder.enumType('QualificationOp', { values: ['ADD', 'RENEW', 'CHANGE', 'REMOVE'] as const })
const QualificationChangeInput = builder.inputType('QualificationChangeInput', {
  description: 'One certificate added, renewed, corrected or removed.',
  fields: (t) => ({
    op: t.field({ type: QualificationOp }),
    qualificationId: t.string({ required: false, description: 'Of the certificate on record; not for ADD.' }),
    certificate: t.field({ type: CertificateInput, required: false, description: 'Not for REMOVE.' }),
  }),
})

const PractitionerOp = builder.enumType('PractitionerOp', { values: ['ADD', 'LEAVE'] as const })
const PractitionerChangeInput = builder.inputType('PractitionerChangeInput', {
  fields: (t) => ({
    op: t.field({ type: PractitionerOp }),
    practitionerId: t.string({ required: false, description: 'Who leaves.' }),
    name: t.string({ required: false }),
    identityNumber: t.string({ required: false, description: 'Sealed on arrival.' }),
    title: t.string({ required: false }),
    certificateNo: t.string({ required: false }),
  }),
})

const DeclaredTieInput = builder.inputType('DeclaredTieInput', {
  fields: (t) => ({
    kind: t.field({ type: AffiliationKind }),
    partyName: t.string(),
    partyUscc: t.string({ required: false }),
    agencyId: t.string({ required: false }),
    sharePercent: t.float({ required: false }),
    note: t.string({ required: false }),
    fromOn: t.string(),
  }),
})
/** Without what was left out. */
const given = <T extends object>(input: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }

const qualificationOnly = requestQualificationChangeInput.pick({ qualification: true })
const practitionerOnly = requestPractitionerChangeInput.pick({ practitioner: true })

/** The input's loose fields as one of the four kinds of wish. @throws ValidationError for what is missing */
function parsedQualification({ certificate, ...input }: (typeof QualificationChangeInput)['$inferInput']) {
  const whole = certificate && { ...certificate, grade: certificate.grade ?? null, validUntilOn: certificate.validUntilOn ?? null }
  return parseInput(qualificationOnly, { qualification: given({ ...input, certificate: whole }) }).qualification
}

/** The same for a person who comes or leaves. */
const parsedPractitioner = (input: (typeof PractitionerChangeInput)['$inferInput']) =>
  parseInput(practitionerOnly, { practitioner: given(input) }).practitioner

const DeniedTieInput = builder.inputType('DeniedTieInput', { fields: (t) => ({ affiliationId: t.string() }) })
const EndedTieInput = builder.inputType('EndedTieInput', { fields: (t) => ({ affiliationId: t.string(), untilOn: t.string() }) })

builder.relayMutationField(
  'requestProfileChange',
  { inputFields: (t) => ({ profile: t.field({ type: ProfileInput }), reasons: t.string({ required: false }) }) },
  {
    description: 'Ask that your profile say something else; telephone and introduction change at once.',
    authScopes: { may: 'registerChange.request' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({
      id: await requestProfileChange(context, { ...input, profile: given(input.profile), reasons: input.reasons ?? '' }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: Taken, resolve: (change) => change }) }) },
)

builder.relayMutationField(
  'requestQualificationChange',
  { inputFields: (t) => ({ qualification: t.field({ type: QualificationChangeInput }), reasons: t.string({ required: false }) }) },
  {
    description: 'Ask to add, renew, correct or remove a certificate. A further wish joins the running one.',
    authScopes: { may: 'registerChange.request' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({
      id: await requestQualificationChange(context, {
        ...input,
        qualification: parsedQualification(input.qualification),
        reasons: input.reasons ?? '',
      }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: Taken, resolve: (change) => change }) }) },
)

builder.relayMutationField(
  'requestPractitionerChange',
  { inputFields: (t) => ({ practitioner: t.field({ type: PractitionerChangeInput }), reasons: t.string({ required: false }) }) },
  {
    description: 'Ask to enter a practitioner, or say that one has left.',
    authScopes: { may: 'registerChange.request' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({
      id: await requestPractitionerChange(context, {
        ...input,
        practitioner: parsedPractitioner(input.practitioner),
        reasons: input.reasons ?? '',
      }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: Taken, resolve: (change) => change }) }) },
)

builder.relayMutationField(
  'requestAffiliationChange',
  {
    inputFields: (t) => ({
      declared: t.field({ type: DeclaredTieInput, required: false }),
      ended: t.field({ type: EndedTieInput, required: false }),
      objected: t.field({ type: DeniedTieInput, required: false, description: 'One that the office recorded and you deny.' }),
      reasons: t.string({ required: false }),
    }),
  },
  {
    description: 'Declare a tie, say that one has ended, or object to one that the office recorded.',
    authScopes: { may: 'registerChange.request' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({
      id: await requestAffiliationChange(context, {
        ...input,
        declared: input.declared ? { ...input.declared, note: input.declared.note ?? '' } : null,
        reasons: input.reasons ?? '',
      }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: Taken, resolve: (change) => change }) }) },
)

builder.relayMutationField(
  'recordTie',
  {
    inputFields: (t) => ({ uscc: t.string(), tie: t.field({ type: DeclaredTieInput }), reasons: t.string(), evidence: t.string() }),
  },
  {
    description: 'Record a tie that an institution did not declare. It bars from now on; the institution is told and can object.',
    authScopes: { may: 'affiliation.record' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => {
      const id = await recordTie(context, { ...input, tie: { ...input.tie, note: input.tie.note ?? '' } })
      const { intermediary } = await context.prisma.affiliation.findUniqueOrThrow({
        where: { id },
        select: { intermediary: { select: { subject: { select: { uscc: true } } } } },
      })
      return { uscc: intermediary.subject.uscc ?? '' }
    },
  },
  { outputFields: (t) => ({ uscc: t.exposeString('uscc') }) },
)

builder.relayMutationField(
  'requestExit',
  { inputFields: (t) => ({ reasons: t.string({ required: false }) }) },
  {
    description: 'Leave the register, at once or when everything that runs has ended.',
    authScopes: { may: 'registerChange.request' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await requestExit(context, { ...input, reasons: input.reasons ?? '' }) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: Taken, resolve: (change) => change }) }) },
)

builder.relayMutationField(
  'withdrawRegisterChange',
  { inputFields: (t) => ({ number: t.string(), version: t.int() }) },
  {
    description: 'Take a request back while nothing is decided.',
    authScopes: { may: 'registerChange.request' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await withdrawRegisterChange(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: Taken, resolve: (change) => change }) }) },
)

builder.relayMutationField(
  'decideRegisterChange',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      outcome: t.field({ type: ChangeOutcome }),
      reasons: t.string({ required: false }),
    }),
  },
  {
    description: 'The form check: accepted, the change takes effect at once.',
    authScopes: { may: 'registerChange.decide' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await decideRegisterChange(context, { ...input, reasons: input.reasons ?? '' }) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: Taken, resolve: (change) => change }) }) },
)
