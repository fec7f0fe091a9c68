import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { Tappable } from '../tappable'
import type { NavBar as Face } from './face'
import './index.scss'

export const NavBar = (({ title, back = true, seal, onBack }) => {
  useEffect(() => {
    document.title = title
  }, [title])

  return (
    <header className='b-nav-bar'>
      {back && (
        <Tappable className='b-nav-bar__back' label='返回' onTap={onBack}>
          <View className='b-nav-bar__arrow' />
        </Tappable>
      )}
      {seal && (
        <span className='b-nav-bar__seal' aria-hidden>
          伯
        </span>
      )}
      <h1 className='b-nav-bar__title'>{title}</h1>
    </header>
  )
}) satisfies Face
