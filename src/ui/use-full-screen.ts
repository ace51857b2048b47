import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Shows one element on the whole screen. Taken as possible until the browser is asked. */
export const useFullScreen = (target: RefObject<HTMLElement>) => {
  const [isPossible, setIsPossible] = useState(true);
  const [isOn, setIsOn] = useState(false);
  useEffect(() => {
    setIsPossible(document.fullscreenEnabled === true);
    const follow = () => setIsOn(document.fullscreenElement === target.current);
    document.addEventListener("fullscreenchange", follow);
    return () => document.removeEventListener("fullscreenchange", follow);
  }, [target]);
  const toggle = () => {
    const change = isOn ? document.exitFullscreen() : target.current?.requestFullscreen();
    // A refusal leaves the page as it is, which is what the reader sees.
    change?.catch(() => setIsPossible(false));
  };
  return { isPossible, isOn, toggle };
};
