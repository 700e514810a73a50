import { acceptanceModes } from '#domain/acceptance/acceptance-request.ts'
import type { ModeDecision, ModeRefusal } from '#domain/acceptance/mode-decision.ts'
import { previewModes } from '#services/acceptance/preview-modes.ts'
import type { ModesPreview } from '#services/acceptance/preview-modes.ts'
import { ForbiddenError, ValidationError } from '#services/kernel/use-case-error.ts'
import { builder } from '../builder.ts'
import { CreditCheck } from '../checks/credit-check.ts'

export const AcceptanceMode = builder.enumType('AcceptanceMode', { values: acceptanceModes })
export const MaterialPresence = builder.enumType('MaterialPresence', { values: ['PRESENT', 'MISSING', 'FLAWED'] } as const)

export const FoundMaterialInput = builder.inputType('FoundMaterialInput', {
  description: 'A required material as the officer found it.',
  fields: (t) => ({ seq: t.int(), presence: t.field({ type: MaterialPresence }), note: t.string({ required: false }) }),
})

const ModeRefusalType = builder.objectRef<ModeRefusal>('ModeRefusal').implement({
  description: 'Why a mode is refused, with its clause.',
  fields: (t) => ({
    code: t.string({ resolve: (refusal) => refusal.code }),
    clause: t.exposeString('clause'),
    facts: t.field({ type: 'JSON', resolve: (refusal) => refusal.facts }),
  }),
})

const ModeDecisionType = builder.objectRef<ModeDecision>('ModeDecision').implement({
  fields: (t) => ({
    mode: t.field({ type: AcceptanceMode, resolve: (decision) => decision.mode }),
    isAllowed: t.exposeBoolean('isAllowed'),
    reasons: t.field({ type: [ModeRefusalType], resolve: (decision) => [...decision.reasons] }),
    requires: t.stringList({ resolve: (decision) => [...decision.requires] }),
    materials: t.intList({
      description: 'By sequence number: promised, stood in for, or listed in the notice.',
      resolve: (one) => [...one.materials],
    }),
  }),
})

export const ModesPreviewType = builder.objectRef<ModesPreview>('ModesPreview').implement({
  description: 'What could be done with an application now.',
  fields: (t) => ({
    modes: t.field({ type: [ModeDecisionType], resolve: (preview) => [...preview.modes] }),
    latestSupplementOn: t.field({ type: 'Day', nullable: true, resolve: (preview) => preview.latestSupplementOn }),
    missingCalendarYear: t.exposeInt('missingCalendarYear', { nullable: true }),
    deemedAcceptedOn: t.field({ type: 'Day', nullable: true, resolve: (preview) => preview.deemedAcceptedOn }),
  }),
})

const ApplicationPreview = builder.objectRef<Awaited<ReturnType<typeof previewModes>>>('ApplicationPreview').implement({
  fields: (t) => ({
    applicant: t.field({ type: CreditCheck, resolve: (preview) => preview.applicant }),
    preview: t.field({ type: ModesPreviewType, resolve: (preview) => preview }),
  }),
})

builder.queryField('allowedModes', (t) =>
  t.field({
    type: ApplicationPreview,
    description: 'The credit gate and every mode with its reasons, for an application that is not filed yet.',
    args: { approvalItemCode: t.arg.string(), applicantCode: t.arg.string(), materials: t.arg({ type: [FoundMaterialInput] }) },
    authScopes: { may: 'case.open' },
    errors: { types: [ValidationError, ForbiddenError] },
    resolve: (_root, args, context) => previewModes(context, args),
  }),
)
