import type { Field } from '../field.ts'
import { company, limited } from '../field.ts'

/** Environment, water, safety, geology and weather. */
export const environmentFields: readonly Field[] = [
  {
    nameZh: `环境工程咨询${limited}`,
    share: 9,
    legalForm: company,
    title: '环境影响评价工程师',
    introduction: '从事环境影响评价、土壤污染状况调查和水土保持方案编制。',
    items: [
      ['ZJ-EIA-001', 8_000, 160_000, 6, 25],
      ['ZJ-ENV-002', 20_000, 180_000, 8, 25],
      ['ZJ-SWC-001', 10_000, 90_000, 8, 25],
      ['ZJ-WRA-001', 15_000, 120_000, 8, 25],
      ['ZJ-FLD-001', 20_000, 150_000, 8, 25],
    ],
  },
  {
    nameZh: `环境检测技术${limited}`,
    share: 6,
    legalForm: company,
    title: '环境监测工程师',
    introduction: '从事水、气、声、土壤及公共场所卫生检测。',
    items: [
      ['ZJ-ENV-001', 2_000, 40_000, 5, 20],
      ['ZJ-ENV-005', 800, 6_000, 3, 10],
      ['ZJ-HLT-001', 1_500, 20_000, 5, 15],
      ['ZJ-OHS-001', 10_000, 80_000, 9, 25],
    ],
  },
  {
    nameZh: `水利水电工程咨询${limited}`,
    share: 4,
    legalForm: company,
    title: '注册咨询工程师（水利）',
    introduction: '从事水土保持、水资源论证、洪水影响和通航条件评价。',
    items: [
      ['ZJ-SWC-001', 12_000, 100_000, 8, 25],
      ['ZJ-WRA-001', 18_000, 130_000, 8, 25],
      ['ZJ-FLD-001', 25_000, 160_000, 8, 25],
      ['ZJ-WTR-001', 60_000, 300_000, 12, 25],
    ],
  },
  {
    nameZh: `安全评价${limited}`,
    share: 5,
    legalForm: company,
    title: '安全评价师',
    introduction: '从事危险化学品、矿山及道路危险货物运输安全评价。',
    items: [
      ['ZJ-SAF-001', 25_000, 180_000, 11, 25],
      ['ZJ-SAF-002', 30_000, 200_000, 11, 25],
      ['ZJ-SAF-005', 15_000, 120_000, 9, 25],
      ['ZJ-HAZ-001', 8_000, 40_000, 10, 25],
      ['ZJ-OHS-001', 12_000, 90_000, 9, 25],
    ],
  },
  {
    nameZh: `地质勘查技术${limited}`,
    share: 4,
    legalForm: company,
    title: '地质工程师',
    introduction: '从事地质灾害评估、压覆矿产调查和储量报告编制。',
    items: [
      ['ZJ-GEO-001', 15_000, 120_000, 8, 25],
      ['ZJ-MIN-001', 60_000, 400_000, 8, 25],
      ['ZJ-MIN-003', 10_000, 60_000, 10, 25],
      ['ZJ-SEI-001', 80_000, 350_000, 12, 25],
    ],
  },
  {
    nameZh: `防雷气象技术${limited}`,
    share: 3,
    legalForm: company,
    title: '防雷检测工程师',
    introduction: '从事雷电防护装置定期检测和气候可行性论证。',
    items: [
      ['ZJ-MET-005', 1_000, 15_000, 3, 10],
      ['ZJ-MET-006', 50_000, 250_000, 8, 25],
    ],
  },
]
