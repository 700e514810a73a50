import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { BarChart, LineChart } from '#app/ui/chart.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { GradeBadge } from '#app/ui/grade-badge.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'
import type { QrModules } from '#app/ui/qr-code.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { StatTile } from '#app/ui/stat-tile.tsx'
import { Stepper } from '#app/ui/stepper.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { StoryOf } from './story.tsx'

const tones = ['neutral', 'brand', 'ok', 'warn', 'seal', 'black'] as const

export const statusStories: readonly StoryOf[] = [
  {
    name: 'Buttons',
    show: (
      <div className="actions">
        <Button>主要</Button>
        <Button look="ghost">次要</Button>
        <Button look="danger">作出决定</Button>
        <Button isSmall>小</Button>
        <ButtonLink to="#" look="ghost" isSmall>
          去别处
        </ButtonLink>
        <Dialog openLabel="撤回…" title="撤回申请？" fallbackTo="/_ui">
          <p>撤回后可以重新提交。</p>
        </Dialog>
      </div>
    ),
  },
  {
    name: 'Badge, GradeBadge',
    show: (
      <div className="actions">
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            状态 {tone}
          </Badge>
        ))}
        {['A', 'B', 'C', 'D', 'E', 'N'].map((letter) => (
          <GradeBadge key={letter} letter={letter} label={`信用等级 ${letter}`} />
        ))}
        <GradeBadge letter="A" label="信用等级 A" isLarge />
      </div>
    ),
  },
  {
    name: 'NoticeBanner, Reasons, ProgressBar',
    show: (
      <>
        {tones.map((tone) => (
          <NoticeBanner
            key={tone}
            tone={tone}
            title={`无失信记录（${tone}）`}
            action={
              <ButtonLink to="#" look="ghost" isSmall>
                回执
              </ButtonLink>
            }
          >
            <p className="small mute">
              规则 ZZ-1 · <Instant at="2026-11-21T01:14:06Z" />
            </p>
          </NoticeBanner>
        ))}
        <Reasons summary="为什么">
          <p>累计 3 次未履行承诺（郑州 2018 三（六））。</p>
        </Reasons>
        <ProgressBar label="正在核查 640 / 1000" value={640} max={1000} />
      </>
    ),
  },
  {
    name: 'Stepper, Timeline, DescriptionList, Sheet',
    show: (
      <>
        <Stepper current={2} steps={[{ label: '信用核查', to: '/_ui' }, { label: '材料' }, { label: '受理方式' }, { label: '承诺书' }]} />
        <div className="columns">
          <Sheet title="办件">
            <DescriptionList
              items={[
                { term: '补齐期限', value: <Day on="2026-12-04" /> },
                { term: '收费', value: '¥12,000.00' },
              ]}
            />
          </Sheet>
          <Sheet title="进程">
            <Timeline
              label="进程"
              entries={[
                { key: '1', when: <Day on="2026-11-02" />, title: '告知书送达', detail: '有权陈述申辩' },
                { key: '2', when: <Day on="2026-11-16" />, title: '陈述申辩期', state: 'current' },
                { key: '3', when: '待定', title: '作出决定', state: 'ahead' },
              ]}
            />
          </Sheet>
        </div>
      </>
    ),
  },
  {
    name: 'StatTile, BarChart, LineChart',
    show: (
      <>
        <div className="stat-tiles">
          <StatTile value="308" label="家机构" to="#" />
          <StatTile value="98%" label="按期交付" note="近两年" />
          <StatTile value="¥28,000.00" label="收费中位数" />
        </div>
        <BarChart
          title="等级 A 是怎么来的"
          valueTitle="分值"
          max={100}
          points={[
            { label: '评价 60%', value: 91.6, text: '91.6' },
            { label: '行为 40%', value: 96, text: '96.0' },
            { label: '扣分', value: 6, text: '−6', isBad: true },
          ]}
        />
        <LineChart
          title="信用评分"
          valueTitle="分"
          max={100}
          points={[
            { label: '2026-06', value: 81, text: '81' },
            { label: '2026-09', value: 88, text: '88' },
            { label: '2026-11', value: 93.4, text: '93.4' },
          ]}
        />
      </>
    ),
  },
]

export const paperStory = (code: QrModules) => (
  <>
    <PrintButton />
    <PrintSheet
      level={3}
      title="容缺受理承诺书"
      number="CN-2026-1121-00418"
      qr={<QrCode code={code} label="验证二维码" caption="扫码验证" />}
      signature={<p>法定代表人（签章）：__________　　年　月　日</p>}
    >
      <p>豫通危货运输有限公司就「道路危险货物运输经营许可」申请承诺：</p>
      <ol>
        <li>申请为真实意思表示；</li>
        <li>已知悉告知的全部内容；</li>
        <li>所提交材料真实；</li>
        <li>于 2026-12-04 前补齐上述材料；</li>
        <li>承担不履行或不实的法律责任。</li>
      </ol>
    </PrintSheet>
  </>
)
