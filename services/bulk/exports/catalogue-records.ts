import type { ItemContent } from '#domain/catalogue/item-content.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { itemsInForce } from '../../catalogue/item-in-force.ts'
import { newestVersion } from '../../catalogue/newest-version.ts'
import type { UseCaseContext } from '../../kernel/use-case-context.ts'
import type { ReadRecords } from './export-page.ts'

/** The public gets what is in force today; officials the newest versions, which a later publication would replace. */
export const catalogueRecords: ReadRecords = async (context, _after, isWhole) => {
  const contents = isWhole ? await newest(context) : await inForce(context)
  return { records: contents.map(([code, content]) => ({ ...content, code })), next: null }
}

async function codesOf({ prisma }: UseCaseContext): Promise<readonly string[]> {
  const rows = await prisma.serviceItem.findMany({ select: { code: true } })
  const versions = await prisma.serviceItemVersion.findMany({ distinct: ['serviceItemCode'], select: { serviceItemCode: true } })
  return [...new Set([...rows.map(({ code }) => code), ...versions.map(({ serviceItemCode }) => serviceItemCode)])].sort()
}

async function newest(context: UseCaseContext): Promise<[string, ItemContent][]> {
  const found: [string, ItemContent][] = []
  for (const code of await codesOf(context)) {
    const version = await newestVersion(context.prisma, code)
    if (version) found.push([code, version.content])
  }
  return found
}

async function inForce(context: UseCaseContext): Promise<[string, ItemContent][]> {
  const codes = await codesOf(context)
  const items = await itemsInForce(context.prisma, codes, shanghaiDayOf(context.clock.now()))
  return codes.flatMap((code): [string, ItemContent][] => {
    const item = items.get(code)
    return item ? [[code, item]] : []
  })
}
