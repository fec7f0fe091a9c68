import {
  forwardRef,
  type ComponentType,
  type ElementType,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react'

// Light stand-ins for @tarojs/components: ordinary elements, with a mini-program's events (`event.detail.value`).

type Handler = (event: { type: string; detail: { value: unknown } }) => void

type Props = {
  children?: ReactNode
  [name: string]: unknown
}

/** Attributes that mean nothing to a browser, and that React would warn about. */
const ONLY_IN_WECHAT = new Set([
  ...['hoverClass', 'hoverStartTime', 'hoverStayTime', 'hoverStopPropagation', 'catchMove'],
  ...[
    'scrollX',
    'scrollY',
    'scrollIntoView',
    'scrollWithAnimation',
    'lowerThreshold',
    'enhanced',
    'showScrollbar',
  ],
  ...[
    'openType',
    'formType',
    'loading',
    'plain',
    'size',
    'mode',
    'lazyLoad',
    'showMenuByLongpress',
    'userSelect',
  ],
  ...[
    'confirmType',
    'confirmHold',
    'cursorSpacing',
    'adjustPosition',
    'placeholderClass',
    'placeholderStyle',
  ],
  ...[
    'autoHeight',
    'showConfirmBar',
    'maxlength',
    'range',
    'rangeKey',
    'password',
    'autoFocus',
    'focus',
    'space',
  ],
  ...['indicatorDots', 'autoplay', 'circular', 'current', 'interval', 'duration', 'fields', 'start', 'end'],
])

const ONLY_IN_WECHAT_EVENTS =
  /^on(Confirm|ScrollToLower|ScrollToUpper|GetPhoneNumber|ChooseAvatar|GetUserInfo|OpenSetting|Longpress|LongTap|KeyboardHeightChange|RefresherRefresh|AnimationFinish|LineChange|Linechange|ColumnChange)$/

function plain(props: Props): Record<string, unknown> {
  const kept = Object.entries(props).filter(
    ([name]) => name !== 'children' && !ONLY_IN_WECHAT.has(name) && !ONLY_IN_WECHAT_EVENTS.test(name),
  )
  return Object.fromEntries(kept)
}

function send(handler: unknown, event: SyntheticEvent, value: unknown): void {
  if (typeof handler === 'function') (handler as Handler)({ ...event, type: event.type, detail: { value } })
}

function box(tag: ElementType, name: string) {
  const Tag = tag as ComponentType<Record<string, unknown>>
  const Box = forwardRef<HTMLElement, Props>((props, ref) => (
    <Tag ref={ref} data-taro={name} {...plain(props)}>
      {props.children as ReactNode}
    </Tag>
  ))
  Box.displayName = name
  return Box
}

export const View = box('div', 'View')
export const Text = box('span', 'Text')
export const RichText = box('div', 'RichText')
export const ScrollView = box('div', 'ScrollView')
export const Swiper = box('div', 'Swiper')
export const SwiperItem = box('div', 'SwiperItem')
export const Label = box('label', 'Label')
export const Canvas = box('canvas', 'Canvas')
export const RootPortal = box('div', 'RootPortal')
export const PageContainer = box('div', 'PageContainer')
export const WebView = box('iframe', 'WebView')
export const Navigator = box('a', 'Navigator')

export const Block = ({ children }: Props) => <>{children}</>

export const Image = forwardRef<HTMLImageElement, Props>((props, ref) => (
  <img ref={ref} alt='' {...plain(props)} />
))
Image.displayName = 'Image'

/** `onGetPhoneNumber` and its kin are called by a plain click: WeChat's own sheet is not there to be tapped. */
export const Button = forwardRef<HTMLButtonElement, Props>((props, ref) => {
  const { type: _colour, ...rest } = plain(props)
  const asks = props.onGetPhoneNumber ?? props.onChooseAvatar
  return (
    <button
      ref={ref}
      type={props.formType === 'submit' ? 'submit' : 'button'}
      {...(asks ? { onClick: (event: SyntheticEvent) => send(asks, event, undefined) } : {})}
      {...rest}
      disabled={Boolean(props.disabled)}
    >
      {props.children as ReactNode}
    </button>
  )
})
Button.displayName = 'Button'

function field(tag: 'input' | 'textarea', name: string) {
  const Tag = tag as unknown as ComponentType<Record<string, unknown>>
  const Field = forwardRef<HTMLElement, Props>((props, ref) => {
    const { onInput, onBlur, onFocus, type, ...rest } = plain(props)
    const valueOf = (event: SyntheticEvent) => (event.target as HTMLInputElement).value
    const limit = Number(props.maxlength ?? 140)
    return (
      <Tag
        ref={ref}
        {...rest}
        {...(tag === 'input' ? { type: props.password ? 'password' : 'text', 'data-type': type } : {})}
        {...(limit > 0 ? { maxLength: limit } : {})}
        onChange={(event: SyntheticEvent) => send(onInput, event, valueOf(event))}
        onFocus={(event: SyntheticEvent) => send(onFocus, event, valueOf(event))}
        onBlur={(event: SyntheticEvent) => send(onBlur, event, valueOf(event))}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter') send(props.onConfirm, event, valueOf(event))
        }}
      />
    )
  })
  Field.displayName = name
  return Field
}

export const Input = field('input', 'Input')
export const Textarea = field('textarea', 'Textarea')

export const Switch = forwardRef<HTMLInputElement, Props>((props, ref) => (
  <input
    ref={ref}
    type='checkbox'
    role='switch'
    aria-label={props['aria-label'] as string | undefined}
    checked={Boolean(props.checked)}
    disabled={Boolean(props.disabled)}
    onChange={(event) => send(props.onChange, event, event.target.checked)}
  />
))
Switch.displayName = 'Switch'

/** A list to choose from: change its value to the row's number, as WeChat's picker reports it. */
export const Picker = forwardRef<HTMLDivElement, Props>((props, ref) => {
  const range = Array.isArray(props.range) ? (props.range as unknown[]) : []
  const key = props.rangeKey as string | undefined
  const words = (row: unknown) => String(key ? (row as Record<string, unknown>)[key] : row)
  return (
    <div ref={ref} data-taro='Picker' className={props.className as string | undefined}>
      {props.children as ReactNode}
      {range.length > 0 ? (
        <select
          aria-label={(props['aria-label'] as string | undefined) ?? 'picker'}
          disabled={Boolean(props.disabled)}
          value={String(props.value ?? 0)}
          onChange={(event) => send(props.onChange, event, event.target.value)}
        >
          {range.map((row, index) => (
            <option key={index} value={index}>
              {words(row)}
            </option>
          ))}
        </select>
      ) : (
        <input
          aria-label={(props['aria-label'] as string | undefined) ?? 'picker'}
          disabled={Boolean(props.disabled)}
          value={String(props.value ?? '')}
          onChange={(event) => send(props.onChange, event, event.target.value)}
        />
      )}
    </div>
  )
})
Picker.displayName = 'Picker'

export const Form = forwardRef<HTMLFormElement, Props>((props, ref) => (
  <form
    ref={ref}
    {...plain(props)}
    onSubmit={(event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      send(props.onSubmit, event, Object.fromEntries(new FormData(event.currentTarget)))
    }}
  >
    {props.children as ReactNode}
  </form>
))
Form.displayName = 'Form'
