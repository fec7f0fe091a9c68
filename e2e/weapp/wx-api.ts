type Result = Record<string, unknown>

/** How a mini-program asks: the answer comes by one of these, never by the return value. */
export type Asked = {
  success?: (result: Result) => void
  fail?: (failure: { errMsg: string }) => void
  complete?: (result: Result) => void
}

/** A function of `wx`: `answer` gives the result, or throws why not. */
export function wxApi<Options extends object>(
  name: string,
  answer: (options: Options) => object | void | Promise<object | void>,
): (options?: Options & Asked) => void {
  return (options = {} as Options & Asked) => {
    void Promise.resolve(options)
      .then(answer)
      .then(
        (result) => {
          const told = { errMsg: `${name}:ok`, ...result }
          options.success?.(told)
          options.complete?.(told)
        },
        (error: unknown) => {
          const told = { errMsg: error instanceof Error ? error.message : `${name}:fail` }
          options.fail?.(told)
          options.complete?.(told)
        },
      )
  }
}
