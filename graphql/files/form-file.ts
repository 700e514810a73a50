import { filesOf } from '#services/files/files-of.ts'
import type { FileOfProcedure } from '#services/files/files-of.ts'
import type { Procedure } from '#prisma/generated/enums.ts'
import { builder } from '../builder.ts'
import type { GraphqlContext } from '../context.ts'

/** A file of a form, for `files: t.field({ type: [FormFile], required: false })`; `sentFiles` of services/files is its schema. */
export const FormFile = builder.inputType('FormFile', {
  description: 'A whole file, as a form sends it: papers, pictures, drawings and archives of them by their content, never by their name.',
  fields: (t) => ({ fileName: t.string(), content: t.field({ type: 'Bytes' }) }),
})

/** A file of a procedure; who sent it is not said: in some procedures that is protected. */
export const ProcedureFile = builder.objectRef<FileOfProcedure>('ProcedureFile').implement({
  description: '附件: a file of a procedure; download it at /resources/files/KEY.',
  fields: (t) => ({
    key: t.exposeID('fileId'),
    purpose: t.exposeString('purpose', { description: 'What it is there, e.g. EVIDENCE.' }),
    fileName: t.string({ resolve: ({ file }) => file.fileName }),
    mediaType: t.string({ nullable: true, resolve: ({ file }) => file.mediaType }),
    sizeBytes: t.int({ resolve: ({ file }) => file.sizeBytes }),
    sha256: t.string({ nullable: true, resolve: ({ file }) => file.sha256 }),
    addedAt: t.field({ type: 'DateTime', resolve: ({ addedAt }) => addedAt }),
  }),
})

/** For the `files` field of a procedure's type: those that the viewer may download. */
export const procedureFiles = async (context: GraphqlContext, procedure: Procedure, entityId: string): Promise<FileOfProcedure[]> => [
  ...(await filesOf(context, procedure, entityId)),
]
