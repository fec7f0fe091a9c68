import type { IPluginContext } from '@tarojs/service'

/**
 * Taro writes the templates of ScrollView into every mini-program, used or not: 9 kB of the main package. Whatever the
 * sources do use is added again when they are read.
 */
export default function templatesInUse(ctx: IPluginContext) {
  ctx.register({
    name: 'modifyComponentConfig',
    fn({ componentConfig }: { componentConfig: { includes: Set<string> } }) {
      if (process.env.TARO_ENV === 'weapp') componentConfig.includes.delete('scroll-view')
    },
  })
}
