namespace SocialSelling.MetaSimulator.Graph;

/// <summary>Reads one kind of node at `GET /{id}`; null when the id is of another kind.</summary>
internal interface INodeReader
{
    IResult? Read(GraphCall call);
}
