import { createRandom } from '../random.ts'
import { fictitiousIdentityNumber, fictitiousUscc } from './codes.ts'
import { inventBrand, inventPersonName } from './names.ts'
import { divisionOf } from './places.ts'

export interface InventedFirm {
  readonly nameZh: string
  readonly uscc: string
  readonly divisionCode: string
}

export interface InventedPerson {
  readonly name: string
  readonly identityNumber: string
  readonly divisionCode: string
}

const trades = [
  '食品',
  '物流',
  '置业',
  '化工',
  '机械制造',
  '汽车运输',
  '生物科技',
  '建材',
  '农业开发',
  '新能源',
  '餐饮管理',
  '纺织',
  '电子科技',
  '仓储',
  '医疗器械',
]
/** Away from every practitioner. */
const firstApplicant = 90_000
/** Away from the brands of intermediaries. */
const firstBrand = 3_000

/** An invented applicant's firm, always the same for the same number. */
export function inventFirm(index: number): InventedFirm {
  const random = createRandom(`firm ${index}`)
  const { code } = divisionOf(random)
  return {
    nameZh: `${random.pick(['河南', '郑州'])}${inventBrand(firstBrand + index)}${trades[index % trades.length]}有限公司`,
    uscc: fictitiousUscc('APPLICANT', index, code),
    divisionCode: code,
  }
}

/** An invented natural person who applies in his own name. */
export function inventPerson(index: number): InventedPerson {
  const random = createRandom(`applicant ${index}`)
  return {
    name: inventPersonName(random),
    identityNumber: fictitiousIdentityNumber(firstApplicant + index),
    divisionCode: divisionOf(random).code,
  }
}
