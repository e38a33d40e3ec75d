"""Who comes next."""

import asyncio

from coursetools.serve.turns import Turns


def order(weights: dict[str, float], leaving: str = "") -> list[str]:
    """In which order those come who wait while somebody has the only turn; `leaving` gives up first."""

    async def test():
        turns, came, tasks = Turns(1), [], {}

        async def come(name):
            async with turns.turn(lambda: weights[name]):
                came.append(name)

        async with turns.turn(lambda: 0):
            for name in weights:
                tasks[name] = asyncio.create_task(come(name))
                await asyncio.sleep(0)
            if leaving:
                tasks[leaving].cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        async with turns.turn(lambda: 0):  # the turn is free again
            return came

    return asyncio.run(asyncio.wait_for(test(), 5))


def test_the_lightest_comes_next_and_among_equals_whoever_came_first():
    assert order({"a": 2, "b": 0, "c": 1, "d": 0}) == ["b", "d", "c", "a"]


def test_who_gives_up_while_it_is_their_turn_passes_it_on():
    assert order({"a": 0, "b": 1}, leaving="a") == ["b"]
