import type { OrganisationKind } from '#prisma/generated/client.ts'

export interface DemoBody {
  readonly key: string
  readonly kind: Extract<OrganisationKind, 'AGENCY' | 'REGULATOR' | 'REFORM_OFFICE' | 'PLATFORM'>
  readonly nameZh: string
  readonly nameEn: string
  /** The city's, 410100, unless told otherwise. */
  readonly divisionCode?: string
  /** The body above it, which must stand before it here: appeals are heard outside this chain. */
  readonly superior?: string
  /** In the words of the catalogue, several kinds where it is several; only approving agencies have one. */
  readonly agencyKindZh?: string
}

/** The public bodies of the demonstration: one for every kind of agency that the approval items name. None speaks for a real one. */
export const demoBodies = [
  {
    key: 'transport',
    kind: 'AGENCY',
    agencyKindZh: '交通运输主管部门、公路管理机构、航道管理机构',
    nameZh: '郑州市交通运输局（演示）',
    nameEn: 'Zhengzhou Transport Bureau (demo)',
  },
  {
    key: 'housing',
    kind: 'AGENCY',
    agencyKindZh: '住房城乡建设主管部门',
    nameZh: '郑州市住房保障和房地产管理局（演示）',
    nameEn: 'Zhengzhou Housing Bureau (demo)',
  },
  {
    key: 'construction',
    kind: 'AGENCY',
    agencyKindZh: '住房城乡建设主管部门',
    nameZh: '郑州市城乡建设局（演示）',
    nameEn: 'Zhengzhou Construction Bureau (demo)',
  },
  {
    key: 'planning',
    kind: 'AGENCY',
    agencyKindZh: '自然资源主管部门、自然资源和规划主管部门、林业主管部门',
    nameZh: '郑州市自然资源和规划局（演示）',
    nameEn: 'Zhengzhou Natural Resources and Planning Bureau (demo)',
  },
  {
    key: 'registry',
    kind: 'AGENCY',
    agencyKindZh: '不动产登记机构',
    nameZh: '郑州市不动产登记中心（演示）',
    nameEn: 'Zhengzhou Real Estate Registry (demo)',
  },
  {
    key: 'city',
    kind: 'AGENCY',
    agencyKindZh: '城市管理部门、城镇排水主管部门',
    nameZh: '郑州市城市管理局（演示）',
    nameEn: 'Zhengzhou City Management Bureau (demo)',
  },
  {
    key: 'water',
    kind: 'AGENCY',
    agencyKindZh: '水行政主管部门',
    nameZh: '郑州市水利局（演示）',
    nameEn: 'Zhengzhou Water Resources Bureau (demo)',
  },
  {
    key: 'environment',
    kind: 'AGENCY',
    agencyKindZh: '生态环境主管部门',
    nameZh: '郑州市生态环境局（演示）',
    nameEn: 'Zhengzhou Ecology and Environment Bureau (demo)',
  },
  {
    key: 'emergency',
    kind: 'AGENCY',
    agencyKindZh: '应急管理部门',
    nameZh: '郑州市应急管理局（演示）',
    nameEn: 'Zhengzhou Emergency Management Bureau (demo)',
  },
  {
    key: 'market',
    kind: 'AGENCY',
    agencyKindZh: '市场监督管理部门',
    nameZh: '郑州市市场监督管理局（演示）',
    nameEn: 'Zhengzhou Market Regulation Bureau (demo)',
  },
  {
    key: 'civil',
    kind: 'AGENCY',
    agencyKindZh: '民政部门、收养登记机关',
    nameZh: '郑州市民政局（演示）',
    nameEn: 'Zhengzhou Civil Affairs Bureau (demo)',
  },
  {
    key: 'police',
    kind: 'AGENCY',
    agencyKindZh: '公安机关、公安机关交通管理部门',
    nameZh: '郑州市公安局（演示）',
    nameEn: 'Zhengzhou Public Security Bureau (demo)',
  },
  {
    key: 'disabled',
    kind: 'AGENCY',
    agencyKindZh: '残疾人联合会',
    nameZh: '郑州市残疾人联合会（演示）',
    nameEn: "Zhengzhou Disabled Persons' Federation (demo)",
  },
  {
    key: 'reform',
    kind: 'REFORM_OFFICE',
    nameZh: '郑州市政务服务改革管理办公室（演示）',
    nameEn: 'Zhengzhou Government Services Reform Office (demo)',
  },
  {
    key: 'regulator',
    kind: 'REGULATOR',
    superior: 'reform',
    nameZh: '郑州市中介服务监管办公室（演示）',
    nameEn: 'Zhengzhou Intermediary Services Regulator (demo)',
  },
  // In no chain with the deciding office: it hears the appeals.
  { key: 'appeals', kind: 'REGULATOR', nameZh: '郑州市信用异议复核办公室（演示）', nameEn: 'Zhengzhou Credit Review Office (demo)' },
  {
    key: 'districtConstruction',
    kind: 'AGENCY',
    divisionCode: '410105',
    agencyKindZh: '住房城乡建设主管部门',
    nameZh: '郑州市金水区住房和城乡建设局（演示）',
    nameEn: 'Jinshui District Construction Bureau (demo)',
  },
  {
    key: 'districtReform',
    kind: 'REFORM_OFFICE',
    superior: 'reform',
    divisionCode: '410105',
    nameZh: '郑州市金水区政务服务改革管理办公室（演示）',
    nameEn: 'Jinshui District Government Services Reform Office (demo)',
  },
  { key: 'platform', kind: 'PLATFORM', nameZh: '信选平台运营中心（演示）', nameEn: 'Xinxuan Platform Operations (demo)' },
] as const satisfies readonly DemoBody[]

export type DemoBodyKey = (typeof demoBodies)[number]['key']

/** Which demonstration agency handles an approval item, by the item's code. */
const agencyOfItem: readonly (readonly [itemCode: string, body: DemoBodyKey])[] = [
  ['AP-TRA-008', 'police'],
  ['AP-TRA-', 'transport'],
  ['AP-CON-002', 'construction'],
  ['AP-CON-', 'planning'],
  ['AP-REA-', 'registry'],
  ['AP-CIT-', 'city'],
  ['AP-WAT-', 'water'],
  ['AP-ENV-', 'environment'],
  ['AP-EM-', 'emergency'],
  ['AP-MKT-', 'market'],
  ['AP-SOC-', 'civil'],
  ['AP-WEL-003', 'disabled'],
  ['AP-WEL-005', 'police'],
  ['AP-WEL-', 'civil'],
]

/** @throws RangeError for an item that no demonstration agency handles */
export function demoAgencyOf(itemCode: string): DemoBodyKey {
  const found = agencyOfItem.find(([beginning]) => itemCode.startsWith(beginning))
  if (!found) throw new RangeError(`no demonstration agency for ${itemCode}`)
  return found[1]
}
