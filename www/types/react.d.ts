// The elements in React's JSX (React 19): `import type {} from 'phieu/react'` in one file of the project.
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { PhieuEventMap, PhieuReportAttributes, PhieuReportElement } from './elements.js'
import type { PhieuOfficeAttributes, PhieuOfficeElement } from './office.js'
import type { PhieuPlanAttributes, PhieuPlanElement } from './plan.js'
import type { PhieuProgressAttributes, PhieuProgressElement } from './progress.js'

/** React listens to `phieu-submit` where `onphieu-submit` is written; its `onSubmit` hears bubbling events alone. */
type Listeners = { [Name in keyof PhieuEventMap as `on${Name}`]?: (event: PhieuEventMap[Name]) => void }

type Tag<Element, Attributes> = Omit<
  DetailedHTMLProps<HTMLAttributes<Element>, Element>,
  keyof Attributes | 'onSubmit'
> &
  Attributes

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'phieu-report': Tag<PhieuReportElement, PhieuReportAttributes> &
        Listeners & { name?: string; 'data-now'?: string }
      'phieu-office': Tag<PhieuOfficeElement, PhieuOfficeAttributes> & { 'data-now'?: string }
      'phieu-plan': Tag<PhieuPlanElement, PhieuPlanAttributes>
      'phieu-progress': Tag<PhieuProgressElement, PhieuProgressAttributes>
    }
  }
}
