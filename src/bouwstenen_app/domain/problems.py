"""The one kind of error that a person can solve."""


class Problem(Exception):
    """Something the user can solve, said in one plain Dutch sentence with what to do.

    ``template`` is the sentence with ``{placeholders}``, so that an interface in another language can
    translate it; ``values`` fill them. Anything else that is raised is a bug of ours.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values) if values else template)
        self.template = template
        self.values = values
