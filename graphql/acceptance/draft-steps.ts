import { discardDraft } from '#services/acceptance/discard-draft.ts'
import { fileDraft } from '#services/acceptance/file-draft.ts'
import { handInMaterial } from '#services/acceptance/hand-in-material.ts'
import { removeMaterialFile } from '#services/acceptance/remove-material-file.ts'
import { saveDraft } from '#services/acceptance/save-draft.ts'
import { startDraft } from '#services/acceptance/start-draft.ts'
import { withdrawCase } from '#services/acceptance/withdraw-case.ts'
import { builder } from '../builder.ts'
import { FormFile } from '../files/form-file.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'
import { IntakeStepTaken } from './intake-step-taken.ts'

builder.relayMutationField(
  'startDraft',
  {
    inputFields: (t) => ({
      approvalItemCode: t.string(),
      organisationId: t.string({ description: 'Of the agency that will receive it.' }),
      projectName: t.string({ required: false }),
      projectCode: t.string({ required: false, description: '项目代码' }),
    }),
  },
  {
    description: 'Begin an application online: a draft that only you see.',
    authScopes: { may: 'case.draft' },
    errors: useCaseErrors,
    resolve: async (_root, { input: { projectName, ...input } }, context) => ({
      id: await startDraft(context, { ...input, projectName: projectName ?? '' }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: IntakeStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'saveDraft',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      organisationId: t.string(),
      projectName: t.string({ required: false }),
      projectCode: t.string({ required: false }),
      onPaper: t.intList({ required: false, description: 'Materials you hand in on paper, by their place in the list.' }),
    }),
  },
  {
    description: 'Keep what you have filled in of your draft so far.',
    authScopes: { may: 'case.draft' },
    errors: useCaseErrors,
    resolve: async (_root, { input: { projectName, onPaper, ...input } }, context) => ({
      id: await saveDraft(context, { ...input, projectName: projectName ?? '', onPaper: onPaper ?? [] }),
    }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: IntakeStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'fileDraft',
  { inputFields: (t) => ({ number: t.string(), version: t.int() }) },
  {
    description: 'File your draft with the agency: its five working days for the one correction notice run from here.',
    authScopes: { may: 'case.draft' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await fileDraft(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: IntakeStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'discardDraft',
  { inputFields: (t) => ({ number: t.string(), version: t.int() }) },
  {
    description: 'Throw your draft away; nothing of it is kept.',
    authScopes: { may: 'case.draft' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ number: await discardDraft(context, input) }),
  },
  { outputFields: (t) => ({ number: t.string({ resolve: ({ number }) => number }) }) },
)

builder.relayMutationField(
  'handInMaterial',
  {
    inputFields: (t) => ({
      number: t.string(),
      version: t.int(),
      seq: t.int({ description: 'The material’s place in the item’s list.' }),
      files: t.field({ type: [FormFile] }),
    }),
  },
  {
    description: 'Hand files in for a material of a case that isn’t accepted yet.',
    authScopes: { may: 'material.handIn' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await handInMaterial(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: IntakeStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'removeMaterialFile',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), fileKey: t.string() }) },
  {
    description: 'Take a file out of your draft again.',
    authScopes: { may: 'case.draft' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await removeMaterialFile(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: IntakeStepTaken, resolve: (taken) => taken }) }) },
)

builder.relayMutationField(
  'withdrawCase',
  { inputFields: (t) => ({ number: t.string(), version: t.int(), reason: t.string({ required: false }) }) },
  {
    description: 'Take your application back, any time before the decision.',
    authScopes: { may: 'case.withdraw' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ id: await withdrawCase(context, input) }),
  },
  { outputFields: (t) => ({ taken: t.field({ type: IntakeStepTaken, resolve: (taken) => taken }) }) },
)
