/**
 * The lines of business of the invented intermediaries, with what each offers. Fees and days are plausible magnitudes for the
 * demonstration, no statistics; days are short enough to end within the year whose calendar is loaded: [item, least and most yuan, fewest and most working days].
 */
export type ItemRange = readonly [code: string, minYuan: number, maxYuan: number, minDays: number, maxDays: number]

export interface Field {
  /** Follows the brand in the firm's name. */
  readonly nameZh: string
  /** Weight: of some hundred firms, how many are of this line. */
  readonly share: number
  readonly legalForm: string
  /** The practitioners' professional title. */
  readonly title: string
  readonly introduction: string
  readonly items: readonly ItemRange[]
}

const company = '有限责任公司'
const limited = '有限公司'

export const fields: readonly Field[] = [
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
  {
    nameZh: `工程咨询${limited}`,
    share: 8,
    legalForm: company,
    title: '注册咨询工程师（投资）',
    introduction: '从事可行性研究、节能报告、社会稳定风险和交通影响评价。',
    items: [
      ['ZJ-FEA-001', 20_000, 260_000, 8, 25],
      ['ZJ-FEA-002', 10_000, 80_000, 7, 20],
      ['ZJ-ENE-001', 12_000, 100_000, 8, 25],
      ['ZJ-SSR-001', 20_000, 120_000, 9, 25],
      ['ZJ-TRA-001', 20_000, 150_000, 9, 25],
    ],
  },
  {
    nameZh: `建筑规划设计${limited}`,
    share: 6,
    legalForm: company,
    title: '一级注册建筑师',
    introduction: '从事建设工程设计方案编制和交通影响评价。',
    items: [
      ['ZJ-PLN-002', 50_000, 900_000, 8, 25],
      ['ZJ-TRA-001', 20_000, 140_000, 9, 25],
      ['ZJ-FEA-001', 20_000, 200_000, 8, 25],
    ],
  },
  {
    nameZh: `测绘地理信息${limited}`,
    share: 8,
    legalForm: company,
    title: '注册测绘师',
    introduction: '从事规划放线、多测合一、房产测绘和土地勘测定界。',
    items: [
      ['ZJ-SUR-001', 3_000, 30_000, 3, 7],
      ['ZJ-SUR-002', 5_000, 60_000, 5, 15],
      ['ZJ-SUR-003', 2_000, 50_000, 3, 12],
      ['ZJ-SUR-005', 3_000, 25_000, 3, 10],
      ['ZJ-SUR-006', 4_000, 40_000, 5, 15],
    ],
  },
  {
    nameZh: `岩土勘察设计${limited}`,
    share: 4,
    legalForm: company,
    title: '注册土木工程师（岩土）',
    introduction: '从事建设工程勘察和地质灾害危险性评估。',
    items: [
      ['ZJ-CON-001', 20_000, 300_000, 6, 25],
      ['ZJ-GEO-001', 15_000, 110_000, 8, 25],
    ],
  },
  {
    nameZh: `施工图审查${limited}`,
    share: 2,
    legalForm: company,
    title: '审图专家',
    introduction: '从事房屋建筑和市政基础设施施工图设计文件审查。',
    items: [['ZJ-CON-002', 8_000, 120_000, 5, 15]],
  },
  {
    nameZh: `建设工程管理${limited}`,
    share: 7,
    legalForm: company,
    title: '注册监理工程师',
    introduction: '从事工程监理、招标代理和造价咨询。',
    items: [
      ['ZJ-CON-003', 60_000, 900_000, 60, 120],
      ['ZJ-CON-006', 8_000, 120_000, 7, 25],
      ['ZJ-CON-007', 5_000, 90_000, 12, 25],
    ],
  },
  {
    nameZh: `工程质量检测${limited}`,
    share: 5,
    legalForm: company,
    title: '检测工程师',
    introduction: '从事建设工程质量和建筑消防设施检测。',
    items: [
      ['ZJ-CON-004', 5_000, 150_000, 5, 25],
      ['ZJ-CON-005', 3_000, 60_000, 3, 12],
    ],
  },
  {
    nameZh: `造价咨询${limited}`,
    share: 4,
    legalForm: company,
    title: '一级造价工程师',
    introduction: '从事最高投标限价编制、招标代理和企业投资项目申请书编制。',
    items: [
      ['ZJ-CON-006', 6_000, 110_000, 5, 20],
      ['ZJ-CON-007', 5_000, 80_000, 12, 25],
      ['ZJ-FEA-002', 10_000, 70_000, 7, 20],
    ],
  },
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
