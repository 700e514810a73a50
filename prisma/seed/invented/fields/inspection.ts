import type { Field } from '../field.ts'
import { company, limited } from '../field.ts'

/** Equipment, instruments, vehicles and roads. */
export const inspectionFields: readonly Field[] = [
  {
    nameZh: `特种设备检验${limited}`,
    share: 2,
    legalForm: company,
    title: '特种设备检验师',
    introduction: '从事特种设备监督检验、定期检验和罐体检验。',
    items: [
      ['ZJ-SPE-001', 1_200, 1_200, 5, 15],
      ['ZJ-SPE-002', 800, 800, 5, 15],
      ['ZJ-HAZ-002', 1_000, 4_000, 3, 8],
    ],
  },
  {
    nameZh: '计量检定所',
    share: 1,
    legalForm: '事业单位',
    title: '注册计量师',
    introduction: '从事强制检定工作计量器具检定。',
    items: [['ZJ-MEA-001', 0, 0, 5, 15]],
  },
  {
    nameZh: `机动车检测${limited}`,
    share: 5,
    legalForm: company,
    title: '机动车检测维修工程师',
    introduction: '从事机动车安全技术检验、综合性能检测和排放检验。',
    items: [
      ['ZJ-RTV-001', 90, 90, 1, 1],
      ['ZJ-RTV-002', 260, 260, 1, 2],
      ['ZJ-RTV-003', 60, 160, 1, 1],
    ],
  },
  {
    nameZh: `公路工程技术${limited}`,
    share: 3,
    legalForm: company,
    title: '注册道路工程师',
    introduction: '从事涉路施工安全技术评价和超限运输护送方案编制。',
    items: [
      ['ZJ-ROA-001', 8_000, 60_000, 7, 20],
      ['ZJ-ROA-002', 2_000, 15_000, 2, 7],
      ['ZJ-TRA-001', 20_000, 120_000, 9, 25],
    ],
  },
]
