import { builder } from '../builder.ts'

export const StoredFile = builder.prismaObject('StoredFile', {
  description: '文件: download it at /resources/files/KEY. Whoever sees the thing it belongs to may.',
  fields: (t) => ({
    key: t.exposeID('id'),
    fileName: t.exposeString('fileName'),
    mediaType: t.exposeString('mediaType', { nullable: true, description: 'Found from the content.' }),
    sizeBytes: t.exposeInt('sizeBytes'),
    sha256: t.exposeString('sha256', { nullable: true }),
    storedAt: t.expose('storedAt', { type: 'DateTime', nullable: true }),
  }),
})
