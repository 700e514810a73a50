import type { Random } from '../random.ts'

export interface Place {
  readonly code: string
  readonly nameZh: string
  /** Weight: where firms are more often. */
  readonly share: number
}

/** Zhengzhou's districts, counties and zones. */
const places: readonly Place[] = [
  { code: '410105', nameZh: '金水区', share: 5 },
  { code: 'ZZ-ZDXQ', nameZh: '郑东新区', share: 5 },
  { code: 'ZZ-GXQ', nameZh: '郑州高新技术产业开发区', share: 4 },
  { code: 'ZZ-JKQ', nameZh: '郑州经济技术开发区', share: 3 },
  { code: '410102', nameZh: '中原区', share: 3 },
  { code: '410103', nameZh: '二七区', share: 3 },
  { code: '410104', nameZh: '管城回族区', share: 3 },
  { code: 'ZZ-HKG', nameZh: '郑州航空港经济综合实验区', share: 2 },
  { code: '410108', nameZh: '惠济区', share: 2 },
  { code: '410106', nameZh: '上街区', share: 1 },
  { code: '410122', nameZh: '中牟县', share: 1 },
  { code: '410181', nameZh: '巩义市', share: 1 },
  { code: '410182', nameZh: '荥阳市', share: 1 },
  { code: '410183', nameZh: '新密市', share: 1 },
  { code: '410184', nameZh: '新郑市', share: 1 },
  { code: '410185', nameZh: '登封市', share: 1 },
]
const weighted = places.flatMap((place) => Array.from({ length: place.share }, () => place))

/** A division, the busier ones more often. */
export const divisionOf = (random: Random): Place => random.pick(weighted)

/** An address that exists nowhere: the streets are invented. */
export function inventAddress(random: Random, place: Place): string {
  const street = random.pick(['示范', '样例', '演示', '虚构', '假设', '拟定']) + random.pick(['路', '街', '大道', '巷'])
  return `${place.nameZh}${street}${random.int(1, 399)}号${random.int(1, 28)}层`
}
