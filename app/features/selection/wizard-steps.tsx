import { useText } from '#app/page-context.tsx'
import { Stepper } from '#app/ui/stepper.tsx'

const steps = ['suit', 'draft', 'review'] as const

/** Where the owner is on the way to an announcement. */
export function WizardSteps({ current }: { readonly current: (typeof steps)[number] }) {
  const t = useText('selection')
  return (
    <Stepper
      current={steps.indexOf(current)}
      steps={steps.map((step) => ({ label: t(`suit.steps.${step}`), to: step === 'suit' ? '/owner/selections/new' : undefined }))}
    />
  )
}
