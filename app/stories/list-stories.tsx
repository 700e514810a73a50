import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Code } from '#app/ui/code.tsx'
import { CompareTable } from '#app/ui/compare-table.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { FacetGroup, FacetPanel } from '#app/ui/facets.tsx'
import { GradeBadge } from '#app/ui/grade-badge.tsx'
import { Highlight } from '#app/ui/highlight.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { ResultRow } from '#app/ui/result-row.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { StoryOf } from './story.tsx'

const rows = [
  { id: '1', item: '环境影响报告书编制', days: 30, fee: '¥56,000.00', on: '2026-11-21' },
  { id: '2', item: '环境影响报告表编制', days: 18, fee: '¥28,000.00', on: '2026-12-04' },
]
const columns = [
  { key: 'item', title: '服务事项', cell: (row: (typeof rows)[number]) => row.item, sortTo: '?sort=item', sorted: 'ascending' as const },
  { key: 'on', title: '起始日', cell: (row: (typeof rows)[number]) => <Day on={row.on} />, sortTo: '?sort=on' },
  { key: 'days', title: '承诺天数', cell: (row: (typeof rows)[number]) => row.days, isNumber: true },
  { key: 'fee', title: '收费', cell: (row: (typeof rows)[number]) => row.fee, isNumber: true },
]
const common = { columns, rowKey: (row: (typeof rows)[number]) => row.id }

const results = (
  <>
    <p className="order-note">同等相关的机构按当日随机顺序排列（种子 2026-11-21·7F3A），不接受付费排名。</p>
    <ResultRow
      mark={<GradeBadge letter="A" label="信用等级 A" />}
      to="#"
      title={<Highlight text="河南中豫环境工程咨询有限公司" ranges={[[2, 4]]} />}
      badges={<Badge tone="seal">红名单</Badge>}
      code={<Code code="91410100MA4DEM017X" label="统一社会信用代码" />}
      facts={['承诺 18 个工作日', '近两年 46 单，按期 98%', '上街区、中原区等 9 区']}
      side={
        <>
          <div className="result-figure">¥28,000–56,000</div>市场调节价 · 按报告类别
        </>
      }
    />
    <ResultRow
      mark={<GradeBadge letter="E" label="信用等级 E" />}
      to="#"
      title={<Highlight text="河南中豫天成评估有限公司" ranges={[[2, 4]]} />}
      badges={<Badge tone="black">黑名单</Badge>}
      code={<Code code="91410105MA4DEM032K" label="统一社会信用代码" />}
      note={
        <>
          2026-10-12 因出具虚假报告列入，至 2028-10-12。<b>不可选取。</b>
        </>
      }
      side="限制提供中介服务"
    />
    <Pagination previous="?page=2" next="?page=4" page={3} pageCount={9} toPage={(page) => `?page=${page}`} />
  </>
)

export const listStories: readonly StoryOf[] = [
  {
    name: 'Breadcrumb',
    show: (
      <Breadcrumb
        parents={[
          { to: '/', label: '首页' },
          { to: '/intermediaries', label: '找机构' },
        ]}
        current="环境影响评价"
      />
    ),
  },
  { name: 'SearchBox', show: <SearchBox action="/_ui" label="搜索" button="搜索" placeholder="名称" hint="例如：环评" /> },
  {
    name: 'Facets, ResultRow, Pagination',
    show: (
      <div className="search-columns">
        <form>
          <FacetPanel title="筛选" action={<button className="btn btn-ghost btn-small">应用</button>}>
            <FacetGroup
              legend="信用等级"
              name="grade"
              selected={['A']}
              options={[
                { value: 'A', label: 'A 优', count: 9 },
                { value: 'B', label: 'B 良', count: 1800 },
              ]}
            />
            <FacetGroup
              legend="承诺时限"
              name="days"
              isSingle
              selected={[]}
              options={[
                { value: '10', label: '10 日内', count: 7 },
                { value: '20', label: '20 日内', count: 29 },
              ]}
            />
          </FacetPanel>
        </form>
        <div>{results}</div>
      </div>
    ),
  },
  {
    name: 'Tabs',
    show: (
      <Tabs
        label="案件"
        tabs={[
          { to: '/_ui', label: '全部', count: 12 },
          { to: '/_ui/open', label: '办理中', count: 3 },
        ]}
      />
    ),
  },
  {
    name: 'DataTable: rows, empty, error',
    show: (
      <>
        <DataTable caption="服务与收费" {...common} rows={rows} empty="" />
        <DataTable caption="没有结果时" {...common} rows={[]} empty="没有符合条件的事项。减少筛选条件再试。" />
        <DataTable caption="出错时" {...common} rows={[]} empty="" error="暂时取不到数据，请稍后重试。" />
      </>
    ),
  },
  {
    name: 'CompareTable',
    show: (
      <CompareTable
        caption="比较"
        differs="不同"
        things={[
          { key: 'a', title: '河南中豫' },
          { key: 'b', title: '郑州绿源' },
        ]}
        rows={[
          { label: '收费', cells: ['¥28,000.00', '¥25,000.00'], isDifferent: true },
          { label: '承诺天数', cells: ['18', null] },
        ]}
      />
    ),
  },
]
