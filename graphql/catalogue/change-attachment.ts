import { visibleChanges } from '#services/catalogue/visible-changes.ts'
import { builder } from '../builder.ts'

const AttachmentFile = builder.prismaObject('Attachment', {
  variant: 'AttachmentFile',
  fields: (t) => ({
    fileName: t.exposeString('fileName'),
    mediaType: t.exposeString('mediaType'),
    content: t.field({ type: 'Bytes', resolve: (file) => file.content }),
  }),
})

builder.queryField('changeAttachment', (t) =>
  t.prismaField({
    type: AttachmentFile,
    nullable: true,
    description: 'The document of a step with its content, for whoever may see the adjustment.',
    args: { key: t.arg.id() },
    authScopes: { may: 'catalogueChange.view' },
    resolve: (query, _root, { key }, { prisma, viewer }) =>
      isUuid(key)
        ? prisma.attachment.findFirst({ ...query, where: { id: key, changeSteps: { some: { change: visibleChanges(viewer) } } } })
        : null,
  }),
)

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
