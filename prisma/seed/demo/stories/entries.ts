import { entryRuleSets } from '#domain/intermediaries/entry-rule-set.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { checkEntry } from '#services/intermediaries/check-entry.ts'
import type { SaveEntryDraftInput } from '#services/intermediaries/entry-draft-input.ts'
import { objectToEntry } from '#services/intermediaries/object-to-entry.ts'
import { saveEntryDraft } from '#services/intermediaries/save-entry-draft.ts'
import { startEntry } from '#services/intermediaries/start-entry.ts'
import { submitEntry } from '#services/intermediaries/submit-entry.ts'
import { fictitiousIdentityNumber, fictitiousUscc } from '../../invented/codes.ts'
import type { DemoAccountKey } from '../accounts.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'

type Parts = Omit<SaveEntryDraftInput, 'clientMutationId' | 'number' | 'version'>

/** An application, told up to where it stands. */
interface Story {
  readonly by: DemoAccountKey
  readonly startedOn: CalendarDay
  readonly parts: Parts
  readonly submittedOn?: CalendarDay
  readonly checked?: { readonly on: CalendarDay; readonly outcome: 'PASS' | 'RETURN'; readonly reasons: string }
  readonly objectedOn?: CalendarDay
}

/** Numbers beyond those of the invented register, so that nobody is met twice. */
const firstFirm = 700_000
const firstPerson = 2_000_000

function filled(serial: number, name: string, people: readonly string[], more: Parts = {}): Parts {
  const [representative = ''] = people
  return {
    identity: {
      name,
      uscc: fictitiousUscc('INTERMEDIARY', firstFirm + serial, '410105'),
      legalForm: '有限责任公司',
      divisionCode: '410105',
      address: `郑州市金水区经三路${serial + 10}号（演示）`,
      phone: `0371-0000${String(serial).padStart(4, '0')}`,
      introduction: '演示机构，由虚构的申请人填写。',
    },
    legalRepresentative: { name: representative, identityNumber: fictitiousIdentityNumber(firstPerson + serial * 10) },
    qualifications: [],
    practitioners: people.map((person, index) => ({
      ...{ name: person, title: '工程师', certificateNo: `演示-${serial}-${index + 1}` },
      identityNumber: fictitiousIdentityNumber(firstPerson + serial * 10 + index),
    })),
    affiliations: { isNoneDeclared: true },
    offerings: [
      {
        ...{ serviceItemCode: 'ZJ-EIA-001', divisionCodes: ['410100'], fee: { kind: 'FIXED', amount: '68,000' } },
        ...{ feeNote: '含现场踏勘', promisedWorkingDays: '20' },
      },
    ],
    commitments: {
      accepted: entryRuleSets[0]?.parameters.statements.value.map(({ code }) => code) ?? [],
      signerName: representative,
    },
    ...more,
  }
}

const stories: readonly Story[] = [
  {
    ...{ by: 'newcomer', startedOn: '2026-11-19' },
    // Half done: a wrong code, and steps that were never opened.
    parts: {
      identity: {
        name: '河南禾悦生态咨询有限公司（演示）',
        uscc: '9141 0105 DEMJ 0000',
        legalForm: '有限责任公司',
        divisionCode: '410105',
      },
      practitioners: [{ name: '田一禾', title: '环境影响评价工程师', identityNumber: fictitiousIdentityNumber(firstPerson) }],
    },
  },
  {
    ...{ by: 'entrant-submitted', startedOn: '2026-11-18', submittedOn: '2026-11-19' },
    parts: filled(1, '郑州清源环境技术有限公司（演示）', ['方清源', '许知远']),
  },
  {
    ...{ by: 'entrant-returned', startedOn: '2026-11-11', submittedOn: '2026-11-12' },
    parts: filled(2, '河南中岳评价咨询有限公司（演示）', ['严中岳']),
    checked: { on: '2026-11-13', outcome: 'RETURN', reasons: '从业人员仅一名，请补充全部在岗人员。（演示）' },
  },
  {
    ...{ by: 'entrant-publicity', startedOn: '2026-11-16', submittedOn: '2026-11-17', objectedOn: '2026-11-20' },
    parts: filled(3, '郑州鼎诚环保科技有限公司（演示）', ['丁诚', '高云飞', '路遥']),
    checked: { on: '2026-11-19', outcome: 'PASS', reasons: '' },
  },
]

/** Applications to enter the register: a draft, one at the form check, one returned, one in publicity with an objection. */
export async function playEntries(stage: Stage): Promise<void> {
  for (const [index, story] of stories.entries()) await play(stage, `demo entry ${index}`, story)
}

async function play(stage: Stage, name: string, { by, startedOn, parts, submittedOn, checked, objectedOn }: Story): Promise<void> {
  const number = await startEntry(await stage.as(by, instant(startedOn, 9)), { clientMutationId: `${name} start` })
  let version = 0
  /** Every step adds one to the version it has seen; told from the start, a load that goes on asks exactly the same. */
  const step = () => ({ clientMutationId: `${name} step ${(version += 1)}`, number, version })
  await saveEntryDraft(await stage.as(by, instant(startedOn, 10)), { ...step(), ...parts })
  if (submittedOn) await submitEntry(await stage.as(by, instant(submittedOn, 15)), step())
  if (checked) {
    const { on, outcome, reasons } = checked
    await checkEntry(await stage.as('reform', instant(on, 11)), { ...step(), outcome, reasons })
  }
  if (objectedOn) {
    await objectToEntry(stage.anyone(instant(objectedOn, 10)), {
      clientMutationId: `${name} objection`,
      number,
      objectorName: '热心市民（演示）',
      contact: '0371-00000000',
      text: '该机构登记的从业人员路遥仍在其他单位任职，请核实是否在岗。（演示）',
    })
  }
}
