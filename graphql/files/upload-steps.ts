import { appendUpload } from '#services/files/append-upload.ts'
import type { UploadProgress } from '#services/files/append-upload.ts'
import { startUpload } from '#services/files/start-upload.ts'
import { uploadProgress } from '#services/files/upload-progress.ts'
import { builder } from '../builder.ts'
import { useCaseErrors } from '../kernel/user-errors.ts'

const Upload = builder.objectRef<UploadProgress>('Upload').implement({
  description: 'How far an upload is; with a sha256 the file is stored.',
  fields: (t) => ({
    key: t.exposeID('id'),
    receivedBytes: t.exposeInt('receivedBytes', { description: 'Where the next piece begins.' }),
    sizeBytes: t.exposeInt('sizeBytes'),
    sha256: t.exposeString('sha256', { nullable: true }),
  }),
})

builder.relayMutationField(
  'startUpload',
  { inputFields: (t) => ({ engagementNumber: t.string(), fileName: t.string(), sizeBytes: t.int() }) },
  {
    description: 'Begin to upload a file for one of your engagements.',
    authScopes: { may: 'file.upload' },
    errors: useCaseErrors,
    resolve: async (_root, { input }, context) => ({ upload: await uploadProgress(context, await startUpload(context, input)) }),
  },
  { outputFields: (t) => ({ upload: t.field({ type: Upload, resolve: ({ upload }) => upload }) }) },
)

builder.relayMutationField(
  'appendUpload',
  {
    inputFields: (t) => ({ key: t.string(), offset: t.int({ description: 'Where the piece begins.' }), bytes: t.field({ type: 'Bytes' }) }),
  },
  {
    description: 'Send the next piece. A piece sent twice counts once; the answer says where the next one begins.',
    authScopes: { may: 'file.upload' },
    errors: useCaseErrors,
    resolve: async (_root, { input: { key: fileId, offset, bytes } }, context) => ({
      upload: await appendUpload(context, { fileId, offset, bytes }),
    }),
  },
  { outputFields: (t) => ({ upload: t.field({ type: Upload, resolve: ({ upload }) => upload }) }) },
)

builder.queryField('upload', (t) =>
  t.field({
    type: Upload,
    description: 'An upload of your own: where to go on.',
    args: { key: t.arg.string() },
    authScopes: { may: 'file.upload' },
    resolve: (_root, { key }, context) => uploadProgress(context, key),
  }),
)
