import { completeExits } from '#services/intermediaries/complete-exits.ts'
import { decideRegisterChange } from '#services/intermediaries/decide-register-change.ts'
import { offerService } from '#services/intermediaries/offer-service.ts'
import { remindOfExpiry } from '#services/intermediaries/remind-of-expiry.ts'
import { requestAffiliationChange } from '#services/intermediaries/request-affiliation-change.ts'
import { requestExit } from '#services/intermediaries/request-exit.ts'
import { requestPractitionerChange } from '#services/intermediaries/request-practitioner-change.ts'
import { requestProfileChange } from '#services/intermediaries/request-profile-change.ts'
import { requestQualificationChange } from '#services/intermediaries/request-qualification-change.ts'
import { demoBodies } from '../bodies.ts'
import type { DemoAccountKey } from '../accounts.ts'
import { fictitiousIdentityNumber } from '../../invented/codes.ts'
import { demoToday, instant } from '../stage.ts'
import type { Stage } from '../stage.ts'

/**
 * Entries of the register that change: a profile and a renewal that wait for their check, a certificate that ends in 25 days, a firm that is
 * barred by its owner, one that is on its way out, and what was accepted and refused before.
 */
export async function playUpkeep(stage: Stage): Promise<void> {
  await playProfiles(stage)
  await playCertificates(stage)
  await playOwner(stage)
  await playTies(stage)
  await requestExit(await stage.as('firm-8', instant('2026-11-13', 15)), {
    clientMutationId: 'demo upkeep exit',
    reasons: '业务调整，不再从事中介服务，在办项目完成后退出。（演示）',
  })
  await completeExits(stage.system(instant(demoToday, 9)))
}

async function decide(stage: Stage, id: string, on: string, outcome: 'ACCEPTED' | 'REFUSED' = 'ACCEPTED', reasons = ''): Promise<void> {
  const { number } = await stage.platform.prisma.registerChange.findUniqueOrThrow({ where: { id } })
  const step = { clientMutationId: `demo upkeep decision ${number}`, number, version: 1, outcome, reasons }
  await decideRegisterChange(await stage.as('reform', instant(on, 14)), step)
}

async function playProfiles(stage: Stage): Promise<void> {
  const refused = await requestProfileChange(await stage.as('firm-14', instant('2026-10-12', 10)), {
    clientMutationId: 'demo upkeep profile refused',
    profile: { legalRepresentative: '虚构新法人' },
    reasons: '法定代表人变更。（演示）',
  })
  await decide(stage, refused, '2026-10-13', 'REFUSED', '未写明变更后的营业执照文号，请补充后重新申请。（演示）')
  await requestProfileChange(await stage.as('intermediary', instant('2026-11-19', 10)), {
    clientMutationId: 'demo upkeep profile',
    profile: { address: '郑州市高新区科学大道100号（演示地址）', phone: '0371-55559000' },
    reasons: '办公地址搬迁，营业执照已于2026年11月17日变更。（演示）',
  })
  await requestPractitionerChange(await stage.as('intermediary', instant('2026-11-19', 11)), {
    clientMutationId: 'demo upkeep practitioner',
    // Registered with the neighbour already: the check says so.
    practitioner: { op: 'ADD', ...(await practitionerElsewhere(stage)), title: '工程师' },
    reasons: '新聘技术人员。（演示）',
  })
}

/** Somebody whom another firm registered, by name; the number is known to the demonstration, because it invented it. */
async function practitionerElsewhere({ platform }: Stage): Promise<{ name: string; identityNumber: string }> {
  const identityNumber = fictitiousIdentityNumber(8)
  const hash = platform.identityVault.hash(identityNumber)
  const person = await platform.prisma.subject.findUnique({ where: { identityHash: hash }, select: { name: true } })
  return { name: person?.name ?? '虚构人员', identityNumber }
}

async function playCertificates(stage: Stage): Promise<void> {
  const ending = await requestQualificationChange(await stage.as('intermediary', instant('2026-08-31', 10)), {
    clientMutationId: 'demo upkeep certificate',
    qualification: {
      op: 'ADD',
      certificate: {
        name: '检验检测机构资质认定证书（扩项）',
        grade: null,
        certificateNo: '演示CMA-2023-0147',
        issuer: '河南省市场监督管理局（演示）',
        validFromOn: '2023-12-16',
        validUntilOn: '2026-12-15',
        serviceItemCodes: ['ZJ-ENV-001'],
      },
    },
    reasons: '补充登记扩项证书。（演示）',
  })
  await decide(stage, ending, '2026-09-01')
  await offerService(await stage.as('intermediary', instant('2026-09-02', 10)), {
    clientMutationId: 'demo upkeep offering',
    serviceItemCode: 'ZJ-ENV-001',
    divisionCodes: ['410100'],
    feeSchedule: { kind: 'FIXED', feeFen: 860_000 },
    feeNote: '按一个监测周期计（演示）',
    promisedWorkingDays: 15,
  })
  await renew(stage, 'firm-4', '2026-11-19')
  // Thirty days ahead, and today: every firm of the register hears of its own.
  await remindOfExpiry(stage.system(instant('2026-11-15', 1)))
  await remindOfExpiry(stage.system(instant(demoToday, 1)))
}

/** Asks for the renewal of the firm's certificate that ends first. */
async function renew(stage: Stage, account: DemoAccountKey, on: string): Promise<void> {
  const staff = await stage.as(account, instant(on, 16))
  const {
    id,
    intermediaryId: _firm,
    registeredAt: _at,
    validFromOn: _from,
    validUntilOn: _until,
    ...certificate
  } = await stage.platform.prisma.qualification.findFirstOrThrow({
    where: { intermediary: { subjectId: staff.viewer.subjectId ?? '' } },
    orderBy: [{ validUntilOn: 'asc' }, { id: 'asc' }],
  })
  await requestQualificationChange(staff, {
    clientMutationId: 'demo upkeep renewal',
    qualification: {
      op: 'RENEW',
      qualificationId: id,
      certificate: {
        ...certificate,
        certificateNo: `${certificate.certificateNo}-R`,
        validFromOn: '2026-11-18',
        validUntilOn: '2031-11-17',
      },
    },
    reasons: '资质延续，新证书已核发。（演示）',
  })
}

/** An owner that ties the firm to no agency is published and bars nothing. */
async function playOwner(stage: Stage): Promise<void> {
  const id = await requestAffiliationChange(await stage.as('intermediary', instant('2026-09-07', 10)), {
    clientMutationId: 'demo upkeep owner',
    declared: { kind: 'CONTROLLING', partyName: '河南演示环境科技集团有限公司', sharePercent: 67, fromOn: '2024-03-01' },
    reasons: '申报控股股东。（演示）',
  })
  await decide(stage, id, '2026-09-08')
}

/** A firm that turns out to be a unit of the environment bureau: barred from the items that the bureau approves. */
async function playTies(stage: Stage): Promise<void> {
  const bureau = demoBodies.find(({ key }) => key === 'environment')
  const agency = await stage.platform.prisma.organisation.findFirstOrThrow({ where: { kind: 'AGENCY', nameZh: bureau?.nameZh ?? '' } })
  const id = await requestAffiliationChange(await stage.as('firm-11', instant('2026-11-10', 10)), {
    clientMutationId: 'demo upkeep tie',
    declared: {
      kind: 'SUBORDINATE_UNIT',
      partyName: agency.nameZh,
      agencyId: agency.id,
      fromOn: '2026-10-01',
      note: '划转为局属企业。（演示）',
    },
    reasons: '机构划转，如实申报。（演示）',
  })
  await decide(stage, id, '2026-11-11')
}
