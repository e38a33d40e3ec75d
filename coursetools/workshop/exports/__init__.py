"""What a facilitator takes along from a room, as files that other programs open: sums, approved texts, the Kodex."""
