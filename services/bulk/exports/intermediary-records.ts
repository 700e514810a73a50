import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import type { ExportRecord, ReadRecords } from './export-page.ts'

const firmsAtOnce = 500

/** Who is in the register, by code; a row for each certificate. Who has left it is not exported. */
export const intermediaryRecords: ReadRecords = async ({ prisma }, after) => {
  const subjects = await prisma.subject.findMany({
    where: { uscc: { not: null, ...(after ? { gt: after } : {}) }, intermediary: { status: { not: 'EXITED' } } },
    orderBy: { uscc: 'asc' },
    take: firmsAtOnce,
    select: {
      uscc: true,
      name: true,
      divisionCode: true,
      organisation: { select: { nameEn: true } },
      intermediary: { include: { qualifications: { orderBy: [{ validUntilOn: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }] } } },
    },
  })
  const records = subjects.flatMap(({ intermediary, organisation, ...subject }): ExportRecord[] => {
    if (!intermediary) return []
    const { legalForm, legalRepresentative, address, phone, introduction, listedOn } = intermediary
    const nameEn = organisation?.nameEn ?? null
    const firm = { ...subject, nameEn, legalForm, legalRepresentative, address, phone, introduction, listedOn: fromDbDay(listedOn) }
    const seen = new Set<string>()
    // Of two entries of one certificate the one that lasts longer, as an import compares it.
    const certificates = intermediary.qualifications.filter(({ certificateNo }) => !seen.has(certificateNo) && seen.add(certificateNo))
    if (certificates.length === 0) return [firm]
    return certificates.map(({ name, grade, certificateNo, issuer, validFromOn, validUntilOn, serviceItemCodes }) => ({
      ...firm,
      ...{ qualificationName: name, qualificationGrade: grade, certificateNo, issuer, qualifiedItems: serviceItemCodes },
      validFromOn: fromDbDay(validFromOn),
      validUntilOn: fromDbDayOrNull(validUntilOn),
    }))
  })
  return { records, next: subjects.length < firmsAtOnce ? null : (subjects.at(-1)?.uscc ?? null) }
}
