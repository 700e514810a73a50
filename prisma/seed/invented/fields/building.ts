import type { Field } from '../field.ts'
import { company, limited } from '../field.ts'

/** From the feasibility study to the tested building. */
export const buildingFields: readonly Field[] = [
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
]
