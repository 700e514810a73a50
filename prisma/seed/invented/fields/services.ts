import type { Field } from '../field.ts'
import { company, limited } from '../field.ts'

/** Accounts and values, woods and antiquities, and what people need of notaries, translators, experts and doctors. */
export const serviceFields: readonly Field[] = [
  {
    nameZh: '会计师事务所（普通合伙）',
    share: 5,
    legalForm: '普通合伙',
    title: '注册会计师',
    introduction: '从事验资、审计和社会组织年度财务审计。',
    items: [
      ['ZJ-AUD-002', 5_000, 60_000, 3, 10],
      ['ZJ-AUD-003', 800, 5_000, 2, 5],
      ['ZJ-AUD-004', 3_000, 20_000, 5, 20],
    ],
  },
  {
    nameZh: `资产评估${limited}`,
    share: 3,
    legalForm: company,
    title: '资产评估师',
    introduction: '从事国有资产评估和土地估价。',
    items: [
      ['ZJ-VAL-001', 8_000, 200_000, 8, 25],
      ['ZJ-VAL-003', 4_000, 60_000, 5, 15],
    ],
  },
  {
    nameZh: `林业规划设计${limited}`,
    share: 2,
    legalForm: company,
    title: '林业工程师',
    introduction: '从事使用林地可行性报告和水土保持方案编制。',
    items: [
      ['ZJ-FOR-001', 10_000, 80_000, 8, 25],
      ['ZJ-SWC-001', 10_000, 80_000, 8, 25],
    ],
  },
  {
    nameZh: '考古研究所',
    share: 1,
    legalForm: '事业单位',
    title: '考古领队',
    introduction: '从事建设工程考古调查、勘探。',
    items: [['ZJ-CUL-001', 30_000, 30_000, 9, 25]],
  },
  {
    nameZh: '公证处',
    share: 1,
    legalForm: '事业单位',
    title: '公证员',
    introduction: '办理亲属关系、继承、委托、声明等公证。',
    items: [
      ['ZJ-NOT-001', 200, 200, 5, 15],
      ['ZJ-NOT-002', 80, 600, 1, 5],
    ],
  },
  {
    nameZh: `翻译服务${limited}`,
    share: 1,
    legalForm: company,
    title: '翻译',
    introduction: '从事证件、合同和技术资料翻译。',
    items: [['ZJ-NOT-002', 60, 800, 1, 5]],
  },
  {
    nameZh: '司法鉴定所',
    share: 1,
    legalForm: '民办非企业单位',
    title: '司法鉴定人',
    introduction: '从事亲缘关系等司法鉴定。',
    items: [['ZJ-JUD-001', 1_200, 3_600, 5, 15]],
  },
  {
    nameZh: '医院',
    share: 1,
    legalForm: '事业单位',
    title: '主治医师',
    introduction: '承担残疾评定和收养人身体健康检查。',
    items: [
      ['ZJ-MED-001', 120, 120, 3, 10],
      ['ZJ-MED-002', 300, 300, 2, 5],
    ],
  },
]
