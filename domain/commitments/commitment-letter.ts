import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { LegalBasis } from '#domain/kernel/rule-set.ts'
import type { ToleranceRuleSet } from './tolerance-rule-set.ts'

/** A text in both languages of the product. */
export interface LetterText {
  readonly zh: string
  readonly en: string
}

/** A promised material, with its own day where that is earlier than the letter's last one. */
export interface LetterMaterial extends LetterText {
  readonly dueOn?: CalendarDay | null
}

/** What is filled in. `dueOn` is the last day to supply by; a handling letter promises no supply, there it is the day to verify by. */
export interface CommitmentLetterFacts {
  readonly mode: 'TOLERANT_ACCEPTANCE' | 'TOLERANT_HANDLING'
  readonly applicantName: string
  readonly agencyName: string
  readonly approvalItem: LetterText
  readonly materials: readonly LetterMaterial[]
  readonly dueOn: CalendarDay
}

export type CommitmentStatementCode =
  'TRUE_INTENTION' | 'INFORMED' | 'MATERIALS_TRUE' | 'WILL_SUPPLY' | 'AGREES_TO_PUBLICITY' | 'ACCEPTS_LIABILITY'

export interface CommitmentStatement extends LetterText {
  readonly code: CommitmentStatementCode
}

/** The commitment letter 承诺书 as it is signed, printed and stored. */
export interface CommitmentLetter {
  readonly title: LetterText
  readonly addressee: string
  readonly applicantName: string
  readonly statements: readonly CommitmentStatement[]
  readonly basis: LegalBasis
}

const letterBasis: LegalBasis = {
  instrument: '郑州市深化行政审批制度改革文件（2018-02-27）；各地容缺受理承诺书样式（节录，参照）',
  clause: '三(六)；承诺书五项声明',
  textZh: '由申请人签署书面承诺；申请人对承诺内容的真实性负责，并承担相应法律责任。',
  textEn: 'The applicant signs a written promise, answers for its truth and bears the legal liability.',
  evidence: 'E',
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

function dayText(day: CalendarDay): LetterText {
  const [year = '', month = '', date = ''] = day.split('-')
  return {
    zh: `${Number(year)}年${Number(month)}月${Number(date)}日`,
    en: `${Number(date)} ${monthNames[Number(month) - 1] ?? ''} ${year}`,
  }
}

const listOf = (materials: readonly LetterText[]): LetterText => ({
  zh: materials.map((material) => `《${material.zh}》`).join('、'),
  en: materials.map((material) => material.en).join('; '),
})

/** Where the days differ, each day with its materials, the earliest first. */
function byDay({ materials, dueOn }: CommitmentLetterFacts): LetterText {
  const days = [...new Set(materials.map((material) => material.dueOn ?? dueOn))].sort()
  const parts = days.map((day) => {
    const [due, list] = [dayText(day), listOf(materials.filter((material) => (material.dueOn ?? dueOn) === day))]
    return { zh: `${due.zh}24时前补齐补正${list.zh}`, en: `by 24:00 on ${due.en}: ${list.en}` }
  })
  return {
    zh: `本人（本单位）承诺分期补齐补正下列材料：${parts.map((part) => part.zh).join('；')}。`,
    en: `I (we) will supply the following in full, ${parts.map((part) => part.en).join('; and ')}.`,
  }
}

/** Statement 4: what is promised. On acceptance, the materials by their days; on handling, publicity and verification (R1.3). */
function promiseOf(facts: CommitmentLetterFacts, list: LetterText): CommitmentStatement {
  const due = dayText(facts.dueOn)
  if (facts.mode === 'TOLERANT_ACCEPTANCE' && facts.materials.some((material) => (material.dueOn ?? facts.dueOn) !== facts.dueOn))
    return { code: 'WILL_SUPPLY', ...byDay(facts) }
  return facts.mode === 'TOLERANT_ACCEPTANCE'
    ? {
        code: 'WILL_SUPPLY',
        zh: `本人（本单位）承诺于${due.zh}24时前补齐补正下列材料：${list.zh}。`,
        en: `I (we) will supply the following in full by 24:00 on ${due.en}: ${list.en}.`,
      }
    : {
        code: 'AGREES_TO_PUBLICITY',
        zh: `本承诺代替下列证明材料：${list.zh}。本人（本单位）同意将本承诺公示，并配合于${due.zh}前进行的事后核查。`,
        en: `This promise stands in for: ${list.en}. I (we) agree to its publication and will assist the verification due by ${due.en}.`,
      }
}

/** Statement 5, with the numbers of the rules it is signed under. */
function liabilityOf(facts: CommitmentLetterFacts, rules: ToleranceRuleSet): CommitmentStatement {
  const { missesToList, acceptanceBarYears, isHandlingBarredForLife } = rules.parameters
  const [misses, years, isForLife] = [missesToList.value, acceptanceBarYears.value, isHandlingBarredForLife.value]
  const missed: LetterText =
    facts.mode === 'TOLERANT_ACCEPTANCE'
      ? {
          zh: '未按期补齐的，接受对本办件的相应处理，并计入未履行承诺次数；',
          en: 'If I (we) miss the day, this case bears the consequence and the miss is counted. ',
        }
      : { zh: '', en: '' }
  return {
    code: 'ACCEPTS_LIABILITY',
    zh: `${missed.zh}承诺不实的，接受依法撤销行政审批决定并记入信用记录；累计满${misses}次未按期补齐或者承诺不实的，经决定列入失信名单，${years}年内不再适用容缺受理，${isForLife ? '终生' : `${years}年内`}不再适用容缺办理。愿承担由此产生的一切法律责任。`,
    en: `${missed.en}If the promise is untrue, the approval is revoked and it is entered in the credit file. Missed days to the number of ${misses} in total, or one untrue promise, may by decision lead to the dishonesty list: no tolerant acceptance for ${years} year(s), no tolerant handling for ${isForLife ? 'life' : `${years} year(s)`}. I (we) accept all liability that follows.`,
  }
}

/** The letter of one commitment with its five statements (R1, excerpts of local letters; mark E). */
export function commitmentLetterOf(facts: CommitmentLetterFacts, rules: ToleranceRuleSet): CommitmentLetter {
  if (facts.materials.length === 0) throw new RangeError('a commitment letter names at least one material')
  const list = listOf(facts.materials)
  const isAcceptance = facts.mode === 'TOLERANT_ACCEPTANCE'
  return {
    title: isAcceptance
      ? { zh: '容缺受理承诺书', en: 'Commitment letter for deficiency-tolerant acceptance' }
      : { zh: '容缺办理承诺书', en: 'Commitment letter for tolerant handling' },
    addressee: facts.agencyName,
    applicantName: facts.applicantName,
    statements: [
      {
        code: 'TRUE_INTENTION',
        zh: `${facts.applicantName}申请办理“${facts.approvalItem.zh}”，本承诺是本人（本单位）的真实意思表示。`,
        en: `${facts.applicantName} applies for “${facts.approvalItem.en}”; this promise is given of my (our) own true will.`,
      },
      {
        code: 'INFORMED',
        zh: '已知晓审批部门告知的许可条件、申报材料、承诺期限和不履行承诺的后果。',
        en: 'I (we) know what the agency told: the conditions, the materials, the time limit and what a broken promise leads to.',
      },
      {
        code: 'MATERIALS_TRUE',
        zh: '已提交和将提交的全部材料和所作陈述真实、合法、有效。',
        en: 'All materials submitted and to be submitted, and all statements made, are true, lawful and valid.',
      },
      promiseOf(facts, list),
      liabilityOf(facts, rules),
    ],
    basis: letterBasis,
  }
}
